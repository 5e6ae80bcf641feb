// The declarations of Plotly.NET 5 and Plotly.NET.CSharp 0.13.0 that notebook 12c uses: their signatures, without their
// code and without the optional parameters that the notebook leaves out. Nothing here can be executed.
#nullable enable

using System;
using System.Collections.Generic;

namespace Plotly.NET
{
    public sealed class GenericChart;
}

namespace Plotly.NET.CSharp
{
    public readonly struct Optional<T>
    {
        public static implicit operator Optional<T>(T value) => throw null!;
    }

    public static class Chart
    {
        public static GenericChart Line<XType, YType, TextType>(
            IEnumerable<XType> x, IEnumerable<YType> y, Optional<bool> ShowMarkers = default,
            Optional<string> Name = default)
            where XType : IConvertible
            where YType : IConvertible
            where TextType : IConvertible => throw null!;

        public static GenericChart Heatmap<ZType, XType, YType, TextType>(IEnumerable<IEnumerable<ZType>> zData)
            where ZType : IConvertible
            where XType : IConvertible
            where YType : IConvertible
            where TextType : IConvertible => throw null!;

        public static GenericChart Combine(IEnumerable<GenericChart> gCharts) => throw null!;
    }

    public static class GenericChartExtensions
    {
        public static GenericChart WithXAxisStyle<MinType, MaxType, CategoryArrayType>(
            this GenericChart gChart, Optional<string> TitleText = default)
            where MinType : IConvertible
            where MaxType : IConvertible
            where CategoryArrayType : IConvertible => throw null!;

        public static GenericChart WithYAxisStyle<MinType, MaxType, CategoryArrayType>(
            this GenericChart gChart, Optional<string> TitleText = default)
            where MinType : IConvertible
            where MaxType : IConvertible
            where CategoryArrayType : IConvertible => throw null!;
    }
}

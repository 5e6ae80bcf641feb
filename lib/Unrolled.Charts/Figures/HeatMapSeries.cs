using Unrolled.Charts.Colours;
using Unrolled.Charts.Digests;

namespace Unrolled.Charts.Model;

/// <summary>A matrix of coloured cells, row 0 at the top. NaN leaves a cell empty.</summary>
internal sealed record HeatMapSeries(double[,] Values, ColourScale Scale, Interval Range, bool ShowValues, string? Label)
    : Series(Label, "#000000")
{
    public int Rows => Values.GetLength(0);

    public int Columns => Values.GetLength(1);

    public override string Kind => "heat map";

    public override bool InLegend => false;

    public override IEnumerable<double> Xs => [-0.5, Columns - 0.5];

    public override IEnumerable<double> Ys => [-0.5, Rows - 0.5];

    public override void Write(CanonicalWriter writer)
    {
        writer.Rows("values", Values);
        writer.Pair("range", Range);
        writer.Words("colours", ColourMap.Of(Scale).Stops);
        writer.Flag("showValues", ShowValues);
    }

    public IEnumerable<double> Row(int row) => Enumerable.Range(0, Columns).Select(column => Values[row, column]);

    /// <summary>Where a value lies between the ends of the colour scale, 0 … 1.</summary>
    public double Share(double value) => Range.Length > 0 ? (value - Range.Min) / Range.Length : 0.5;
}

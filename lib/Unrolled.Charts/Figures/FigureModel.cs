using System.Collections.Immutable;

namespace Unrolled.Charts.Model;

/// <summary>All that a figure says, and nothing about how it is drawn.</summary>
internal sealed record FigureModel(string? Title, int Width, int Height)
{
    public AxisModel X { get; init; } = new();

    public AxisModel Y { get; init; } = new();

    public ImmutableArray<Series> Series { get; init; } = [];

    public ImmutableArray<ReferenceLine> References { get; init; } = [];

    public ImmutableArray<Annotation> Annotations { get; init; } = [];

    public LegendPosition Legend { get; init; }

    public HeatMapSeries? HeatMap => Series.OfType<HeatMapSeries>().FirstOrDefault();

    /// <summary>How the figure is named in messages.</summary>
    public string Named => Title is null ? "The figure" : $"Figure \"{Title}\"";
}

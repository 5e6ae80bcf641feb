using System.Collections.Immutable;

namespace Unrolled;

/// <summary>Place of a figure's legend.</summary>
public enum LegendPosition
{
    /// <summary>In a corner of the plot that no data reaches, or else above the plot.</summary>
    Auto,

    /// <summary>In rows between the title and the plot.</summary>
    Above,

    /// <summary>The name of each line at its right end.</summary>
    LineEnds,

    /// <summary>No legend.</summary>
    None,
}

/// <summary>The whole content of a figure, without anything about how it is drawn.</summary>
internal sealed record FigureModel(string? Title, int Width, int Height)
{
    public AxisModel X { get; init; } = new();

    public AxisModel Y { get; init; } = new();

    public ImmutableArray<Series> Series { get; init; } = [];

    public ImmutableArray<ReferenceLine> References { get; init; } = [];

    public ImmutableArray<Annotation> Annotations { get; init; } = [];

    public LegendPosition Legend { get; init; }

    public HeatMapSeries? HeatMap => Series.OfType<HeatMapSeries>().FirstOrDefault();

    /// <summary>The figure's name in messages.</summary>
    public string Named => Title is null ? "The figure" : $"Figure \"{Title}\"";
}

/// <summary>One axis of a figure.</summary>
internal sealed record AxisModel
{
    public string? Label { get; init; }

    public bool Logarithmic { get; init; }

    /// <summary>The requested range; null where the data decide.</summary>
    public Interval? Range { get; init; }

    /// <summary>The range of the panels that share this axis; null where none do.</summary>
    public Interval? SharedData { get; init; }

    /// <summary>The names along a categorical axis; empty on a numeric one.</summary>
    public ImmutableArray<string> Categories { get; init; } = [];
}

/// <summary>A line across the plot at one value of one axis.</summary>
internal sealed record ReferenceLine(bool Horizontal, double Value, string? Label);

/// <summary>A remark beside one point.</summary>
internal sealed record Annotation(double X, double Y, string Text);

/// <summary>Figures side by side.</summary>
internal sealed record GridModel(
    string? Title, ImmutableArray<FigureModel> Panels, int Columns, bool ShareX, bool ShareY, int Width,
    int PanelHeight)
{
    public int Rows => (Panels.Length + Columns - 1) / Columns;
}

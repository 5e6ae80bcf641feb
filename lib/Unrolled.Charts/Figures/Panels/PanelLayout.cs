using System.Collections.Immutable;

namespace Unrolled;

/// <summary>The places of everything around the data of one panel.</summary>
internal sealed record PanelLayout(FigureModel Figure, Rect Area, Axes Axes, PanelOptions Options)
{
    /// <summary>The end of all ids in the panel; panels of one grid differ in it.</summary>
    public string IdSuffix { get; init; } = "";

    /// <summary>The lines of the title.</summary>
    public ImmutableArray<PlacedText> Title { get; init; } = [];

    /// <summary>The name of the horizontal axis, around its middle.</summary>
    public PlacedText? XLabel { get; init; }

    /// <summary>The name of the vertical axis, around its middle and turned.</summary>
    public PlacedText? YLabel { get; init; }

    /// <summary>The labels of the reference lines; null for a line without a label or outside the plot.</summary>
    public ImmutableArray<ReferenceLabel?> References { get; init; } = [];

    /// <summary>The legend's box in a corner of the plot.</summary>
    public Rect? LegendBox { get; init; }

    /// <summary>The legend above the plot.</summary>
    public LegendRows? LegendRows { get; init; }

    /// <summary>The names at the right ends of lines.</summary>
    public ImmutableArray<LineEnd>? LineEnds { get; init; }

    public static PanelLayout Of(FigureModel figure, Rect area, PanelPlan plan, PanelOptions options)
    {
        Axes axes = Axes.Of(figure, area.Inset(plan.Margins));
        var bare = new PanelLayout(figure, area, axes, options)
        {
            Title = TitleOf(figure, axes.Plot.Left, area),
            XLabel = options.NamesX ? XLabelOf(figure.X.Label, axes.Plot, area) : null,
            YLabel = options.NamesY ? YLabelOf(figure.Y.Label, axes.Plot, area) : null,
            References = ReferenceLabel.Of(figure, axes),
        };
        if (!options.Legend || figure.HeatMap is not null)
            return bare;
        if (figure.Legend == LegendPosition.LineEnds)
            return bare with { LineEnds = LineEndNames.Of(figure, axes) };
        return plan.LegendAbove
            ? bare with { LegendRows = LegendRows.Above(figure, axes.Plot, area) }
            : bare with { LegendBox = CornerLegend.FreeCorner(figure, axes) };
    }

    private static ImmutableArray<PlacedText> TitleOf(FigureModel figure, double left, Rect area) =>
    [
        .. PanelMeasure.TitleLines(figure, area.Right - left).Select((line, row) => new PlacedText(
            line, left, area.Top + Theme.TitleSize + row * PanelMeasure.TitleLineHeight, Theme.TitleSize)),
    ];

    private static PlacedText? XLabelOf(string? label, Rect plot, Rect area)
    {
        if (label is null)
            return null;
        (string text, double size) = FittedText.Line(label, Theme.LabelSize, area.Width);
        double middle = Math.Max(plot.CentreX, area.Left + TextMetrics.Width(text, size) / 2);
        return new PlacedText(text, middle, area.Bottom - 3, size);
    }

    private static PlacedText? YLabelOf(string? label, Rect plot, Rect area)
    {
        if (label is null)
            return null;
        (string text, double size) = FittedText.Line(label, Theme.LabelSize, area.Height);
        double half = TextMetrics.Width(text, size) / 2;
        double middle = Math.Max(Math.Min(plot.CentreY, area.Bottom - half), area.Top + half);
        return new PlacedText(text, area.Left + Theme.LabelSize * 0.8, middle, size);
    }
}

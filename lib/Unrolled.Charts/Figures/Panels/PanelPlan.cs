namespace Unrolled;

/// <summary>The parts that a panel draws itself; a grid draws shared names of axes and a shared legend.</summary>
internal sealed record PanelOptions(bool NamesX = true, bool NamesY = true, bool Legend = true);

/// <summary>The margins of a panel, and whether its legend is above the plot.</summary>
internal readonly record struct PanelPlan(Margins Margins, bool LegendAbove)
{
    public static PanelPlan For(FigureModel figure, double width, double height, PanelOptions options)
    {
        bool legend = options.Legend && figure.HeatMap is null && figure.Series.Any(series => series.InLegend);
        Margins inside = PanelMeasure.Margins(figure, width, height, options, legendRows: 0);
        if (!legend || figure.Legend is LegendPosition.None or LegendPosition.LineEnds)
            return new PanelPlan(inside, LegendAbove: false);
        Axes axes = Axes.Of(figure, new Rect(0, 0, width, height).Inset(inside));
        if (figure.Legend == LegendPosition.Auto && CornerLegend.FreeCorner(figure, axes) is not null)
            return new PanelPlan(inside, LegendAbove: false);
        int rows = LegendRows.Count(figure, width - inside.Left);
        return new PanelPlan(PanelMeasure.Margins(figure, width, height, options, rows), LegendAbove: true);
    }
}

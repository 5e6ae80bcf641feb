using Unrolled.Charts.Model;

namespace Unrolled.Charts.Svg;

/// <summary>The margins of a panel, and whether its legend stands above it.</summary>
internal readonly record struct PanelPlan(Margins Margins, bool LegendAbove)
{
    public static PanelPlan For(FigureModel figure, double width, double height, PanelOptions options)
    {
        bool legend = options.Legend && figure.HeatMap is null && figure.Series.Any(series => series.InLegend);
        Margins inside = PanelMeasure.Margins(figure, width, height, options, legendRows: 0);
        if (!legend || figure.Legend is LegendPosition.None or LegendPosition.LineEnds)
            return new PanelPlan(inside, LegendAbove: false);
        if (figure.Legend == LegendPosition.Auto && HasFreeCorner(figure, new Rect(0, 0, width, height).Inset(inside)))
            return new PanelPlan(inside, LegendAbove: false);
        int rows = LegendRows.Count(figure, width - inside.Left);
        return new PanelPlan(PanelMeasure.Margins(figure, width, height, options, rows), LegendAbove: true);
    }

    private static bool HasFreeCorner(FigureModel figure, Rect plot) => CornerLegend.FreeCorner(
        figure, new Frame(plot, PanelMeasure.Horizontal(figure, plot.Width), PanelMeasure.Vertical(figure, plot.Height))) is not null;
}

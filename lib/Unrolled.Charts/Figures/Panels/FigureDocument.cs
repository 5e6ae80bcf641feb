using Unrolled.Charts.Model;

namespace Unrolled.Charts.Svg;

/// <summary>Draws a single figure.</summary>
internal static class FigureDocument
{
    public static void Draw(SvgWriter svg, FigureModel figure, string id)
    {
        var area = new Rect(Theme.Padding, Theme.Padding, figure.Width - 2 * Theme.Padding, figure.Height - 2 * Theme.Padding);
        PanelPlan plan = PanelPlan.For(figure, area.Width, area.Height, new PanelOptions());
        PanelRenderer.Draw(svg, figure, area, plan.Margins, new PanelOptions(Legend: figure.Legend != LegendPosition.None), id, plan.LegendAbove);
    }
}

namespace Unrolled;

/// <summary>
/// Figures as a phone shows them: in one column, with letters of full size, long titles in several lines, and the
/// legend above the plot.
/// </summary>
internal static class NarrowFigure
{
    public const int Width = 340;

    private const double HighestPlot = 200, LowestPlot = 80;

    public static FigureModel Of(FigureModel figure)
    {
        FigureModel narrow = Steady(figure) with { Width = Math.Min(Width, figure.Width) };
        PanelPlan before = FigureLayout.PlanOf(figure), after = FigureLayout.PlanOf(narrow);
        return narrow with { Height = HeightWith(figure.Height - 2 * Theme.Padding, before, after, 2 * Theme.Padding) };
    }

    public static GridModel Of(GridModel grid)
    {
        GridModel narrow = grid with
        {
            Columns = 1,
            Width = Math.Min(Width, grid.Width),
            Panels = [.. grid.Panels.Select(Steady)],
        };
        int height = grid.Panels.Zip(narrow.Panels, (panel, stacked) => HeightWith(
            grid.PanelHeight, PlanOf(panel, grid), PlanOf(stacked, narrow), 0)).Max();
        return narrow with { PanelHeight = height };
    }

    private static FigureModel Steady(FigureModel figure) =>
        figure.Legend == LegendPosition.Auto ? figure with { Legend = LegendPosition.Above } : figure;

    private static PanelPlan PlanOf(FigureModel panel, GridModel grid) => PanelPlan.For(
        panel, (double)(grid.Width - 2 * Theme.Padding) / grid.Columns, grid.PanelHeight, new PanelOptions());

    // The plot is as high as before, within bounds; what is around it may need more room.
    private static int HeightWith(double height, PanelPlan before, PanelPlan after, double border)
    {
        double plot = height - before.Margins.Top - before.Margins.Bottom;
        return (int)Math.Ceiling(
            Math.Clamp(plot, LowestPlot, HighestPlot) + after.Margins.Top + after.Margins.Bottom + border);
    }
}

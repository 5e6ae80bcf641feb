using System.Collections.Immutable;

namespace Unrolled;

/// <summary>A frame of a slider, ready to be drawn.</summary>
internal sealed record SliderFrame(int Width, int Height, Action<SvgWriter, string> Draw);

/// <summary>The frames of a slider with common axes and, of figures, one place for the plot.</summary>
internal static class SliderFrames
{
    /// <summary>The frames in the size that their figures ask for.</summary>
    public static ImmutableArray<SliderFrame> Full(SliderModel model) => model.Frames[0] switch
    {
        Figure => Of(Figures(model)),
        FigureGrid => [.. Grids(model).Select(grid => FrameOf(GridPlan.Layout(grid)))],
        _ => [.. model.Frames.Select(FrameOf)],
    };

    /// <summary>The frames for a narrow page, with letters of full size; none where a drawing has one size.</summary>
    public static ImmutableArray<SliderFrame> Narrow(SliderModel model) => model.Frames[0] switch
    {
        Figure => Of([.. Figures(model).Select(NarrowFigure.Of)]),
        FigureGrid => [.. Grids(model).Select(grid => FrameOf(GridPlan.Layout(NarrowFigure.Of(grid))))],
        Pictures => [.. model.Frames.Cast<Pictures>().Select(FrameOf)],
        _ => [],
    };

    private static ImmutableArray<FigureModel> Figures(SliderModel model) => Alike(
        model.Frames.Cast<Figure>().Select(figure => figure.Model));

    private static ImmutableArray<GridModel> Grids(SliderModel model)
    {
        GridModel[] grids = [.. model.Frames.Cast<FigureGrid>().Select(grid => grid.Model)];
        int panels = grids.Min(grid => grid.Panels.Length);
        ImmutableArray<FigureModel>[] shared =
        [
            .. Enumerable.Range(0, panels).Select(panel => Alike(grids.Select(grid => grid.Panels[panel]))),
        ];
        return
        [
            .. grids.Select((grid, frame) => grid with
            {
                Panels = [.. shared.Select(panel => panel[frame]), .. grid.Panels[panels..]],
            }),
        ];
    }

    private static ImmutableArray<FigureModel> Alike(IEnumerable<FigureModel> figures) =>
        SharedAxes.Coloured(SharedAxes.Of([.. figures.Select(SteadyLegend)], x: true, y: true));

    // A legend in a free corner would jump from corner to corner.
    private static FigureModel SteadyLegend(FigureModel figure) =>
        figure.Legend == LegendPosition.Auto ? figure with { Legend = LegendPosition.Above } : figure;

    private static ImmutableArray<SliderFrame> Of(ImmutableArray<FigureModel> figures)
    {
        (int width, int height) = (figures.Max(figure => figure.Width), figures.Max(figure => figure.Height));
        FigureModel[] alike = [.. figures.Select(figure => figure with { Width = width, Height = height })];
        PanelPlan[] plans = [.. alike.Select(FigureLayout.PlanOf)];
        Margins margins = plans.Select(plan => plan.Margins).Aggregate(Margins.Max);
        return
        [
            .. alike.Zip(plans, (figure, plan) => FrameOf(FigureLayout.Of(figure, plan with { Margins = margins }))),
        ];
    }

    private static SliderFrame FrameOf(FigureLayout layout) => new(layout.Width, layout.Height, layout.Draw);

    private static SliderFrame FrameOf(Pictures pictures)
    {
        var plan = new PicturesPlan(pictures.Model, NarrowFigure.Width);
        return new SliderFrame(plan.Width, plan.Height, plan.DrawWithoutTexts);
    }

    private static SliderFrame FrameOf(Drawing drawing)
    {
        DrawingParts parts = drawing.Parts();
        return new SliderFrame(parts.Width, parts.Height, parts.Draw);
    }
}

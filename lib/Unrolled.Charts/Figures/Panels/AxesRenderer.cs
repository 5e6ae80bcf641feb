using Unrolled.Charts.Model;
using Unrolled.Charts.Scales;

namespace Unrolled.Charts.Svg;

/// <summary>Draws grid lines, ticks and their names.</summary>
internal static class AxesRenderer
{
    private const double TickLength = 4, MinorTickLength = 2.5;

    public static void DrawBehind(SvgWriter svg, FigureModel figure, Frame frame)
    {
        if (figure.HeatMap is not null)
            return;
        Rect plot = frame.Plot;
        svg.Open("g", ("class", "grid"));
        foreach (Tick tick in frame.Y.NamedTicks)
            svg.Line(plot.Left, Frame.Crisp(frame.Top(tick.Value)), plot.Right, Frame.Crisp(frame.Top(tick.Value)), Theme.GridLine);
        if (figure.X.Categories.IsEmpty)
            foreach (Tick tick in frame.X.NamedTicks)
                svg.Line(Frame.Crisp(frame.Left(tick.Value)), plot.Top, Frame.Crisp(frame.Left(tick.Value)), plot.Bottom, Theme.GridLine);
        svg.Close();
        svg.Open("g", ("class", "axes"));
        DrawAxes(svg, figure, frame);
        svg.Close();
    }

    public static void DrawNames(SvgWriter svg, FigureModel figure, Frame frame, Rect area, PanelOptions options)
    {
        svg.Open("g", ("class", "names"));
        if (options.NamesX)
            DrawXNames(svg, figure, frame, area);
        if (options.NamesY)
            DrawYNames(svg, figure, frame, area);
        svg.Close();
    }

    private static void DrawAxes(SvgWriter svg, FigureModel figure, Frame frame)
    {
        Rect plot = frame.Plot;
        svg.Line(plot.Left, Frame.Crisp(plot.Bottom), plot.Right, Frame.Crisp(plot.Bottom), Theme.AxisLine);
        if (figure.X.Categories.IsEmpty)
            foreach (Tick tick in frame.X.Ticks)
                svg.Line(
                    Frame.Crisp(frame.Left(tick.Value)), plot.Bottom,
                    Frame.Crisp(frame.Left(tick.Value)), plot.Bottom + (tick.Minor ? MinorTickLength : TickLength), Theme.AxisLine);
        foreach (Tick tick in frame.Y.Ticks.Where(tick => tick.Minor))
            svg.Line(
                plot.Left - MinorTickLength, Frame.Crisp(frame.Top(tick.Value)), plot.Left, Frame.Crisp(frame.Top(tick.Value)), Theme.AxisLine);
        if (frame.Y is LinearScale { Min: < 0, Max: > 0 })
            svg.Line(plot.Left, Frame.Crisp(frame.Top(0)), plot.Right, Frame.Crisp(frame.Top(0)), "#b6bdc6");
    }

    private static void DrawXNames(SvgWriter svg, FigureModel figure, Frame frame, Rect area)
    {
        Rect plot = frame.Plot;
        bool turned = PanelMeasure.NamesTurn(figure, plot.Width);
        double baseline = plot.Bottom + 6 + Theme.TickSize;
        foreach (Tick tick in frame.X.NamedTicks)
            if (turned)
                svg.Label(tick.Label, frame.Left(tick.Value) + 5, plot.Bottom + 14, Theme.TickSize, "end", Theme.Muted, turn: -30);
            else
                svg.Label(tick.Label, frame.Left(tick.Value), baseline, Theme.TickSize, "middle", Theme.Muted);
        if (figure.X.Label is null)
            return;
        (string label, double size) = FittedText.Line(figure.X.Label, Theme.LabelSize, area.Width);
        svg.Label(label, Math.Max(plot.CentreX, area.Left + TextMetrics.Width(label, size) / 2), area.Bottom - 3, size, "middle", mark: "x-label");
    }

    private static void DrawYNames(SvgWriter svg, FigureModel figure, Frame frame, Rect area)
    {
        foreach (Tick tick in frame.Y.NamedTicks)
            svg.Label(tick.Label, frame.Plot.Left - 6, frame.Top(tick.Value) + Theme.TickSize * 0.36, Theme.TickSize, "end", Theme.Muted);
        if (figure.Y.Label is null)
            return;
        (string label, double size) = FittedText.Line(figure.Y.Label, Theme.LabelSize, area.Height);
        double half = TextMetrics.Width(label, size) / 2;
        double centre = Math.Max(Math.Min(frame.Plot.CentreY, area.Bottom - half), area.Top + half);
        svg.Label(label, area.Left + Theme.LabelSize * 0.8, centre, size, "middle", turn: -90, mark: "y-label");
    }
}

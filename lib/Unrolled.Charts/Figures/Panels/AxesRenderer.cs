namespace Unrolled;

/// <summary>The SVG of grid lines, ticks and their names.</summary>
internal static class AxesRenderer
{
    private const double TickLength = 4, MinorTickLength = 2.5;
    private const string ZeroLine = "#b6bdc6";

    public static void DrawBehind(SvgWriter svg, FigureModel figure, Axes axes)
    {
        if (figure.HeatMap is not null)
            return;
        Rect plot = axes.Plot;
        svg.Open("g", ("class", "grid"));
        foreach (Tick tick in axes.Y.NamedTicks)
            DrawAcross(svg, axes, tick.Value, Theme.GridLine);
        if (figure.X.Categories.IsEmpty)
            foreach (Tick tick in axes.X.NamedTicks)
                DrawDown(svg, axes, tick.Value, plot.Top, plot.Bottom, Theme.GridLine);
        svg.Close();
        svg.Open("g", ("class", "axes"));
        DrawAxes(svg, figure, axes);
        svg.Close();
    }

    public static void DrawNames(SvgWriter svg, PanelLayout panel)
    {
        svg.Open("g", ("class", "names"));
        if (panel.Options.NamesX)
            DrawXNames(svg, panel);
        if (panel.Options.NamesY)
            DrawYNames(svg, panel);
        svg.Close();
    }

    private static void DrawAxes(SvgWriter svg, FigureModel figure, Axes axes)
    {
        Rect plot = axes.Plot;
        svg.Line(plot.Left, Axes.Crisp(plot.Bottom), plot.Right, Axes.Crisp(plot.Bottom), Theme.AxisLine);
        if (figure.X.Categories.IsEmpty)
            foreach (Tick tick in axes.X.Ticks)
            {
                double length = tick.Minor ? MinorTickLength : TickLength;
                DrawDown(svg, axes, tick.Value, plot.Bottom, plot.Bottom + length, Theme.AxisLine);
            }

        foreach (Tick tick in axes.Y.Ticks.Where(tick => tick.Minor))
        {
            double top = Axes.Crisp(axes.Top(tick.Value));
            svg.Line(plot.Left - MinorTickLength, top, plot.Left, top, Theme.AxisLine);
        }

        if (axes.Y is LinearScale { Min: < 0, Max: > 0 })
            DrawAcross(svg, axes, 0, ZeroLine);
    }

    private static void DrawAcross(SvgWriter svg, Axes axes, double y, string colour)
    {
        double top = Axes.Crisp(axes.Top(y));
        svg.Line(axes.Plot.Left, top, axes.Plot.Right, top, colour);
    }

    private static void DrawDown(SvgWriter svg, Axes axes, double x, double top, double bottom, string colour)
    {
        double left = Axes.Crisp(axes.Left(x));
        svg.Line(left, top, left, bottom, colour);
    }

    private static void DrawXNames(SvgWriter svg, PanelLayout panel)
    {
        Rect plot = panel.Axes.Plot;
        bool turned = PanelMeasure.NamesTurn(panel.Figure, plot.Width);
        foreach (Tick tick in panel.Axes.X.NamedTicks)
            if (panel.Axes.Left(tick.Value) is double left && turned)
                svg.Label(tick.Label, left + 5, plot.Bottom + 14, Theme.TickSize, "end", Theme.Muted, turn: -30);
            else
                svg.Label(
                    tick.Label, left, plot.Bottom + 6 + Theme.TickSize, Theme.TickSize, "middle", Theme.Muted);
        if (panel.XLabel is { } label)
            svg.Label(label.Text, label.X, label.Y, label.Size, "middle");
    }

    private static void DrawYNames(SvgWriter svg, PanelLayout panel)
    {
        Axes axes = panel.Axes;
        foreach (Tick tick in axes.Y.NamedTicks)
            svg.Label(
                tick.Label, axes.Plot.Left - 6, axes.Top(tick.Value) + Theme.TickSize * 0.36, Theme.TickSize,
                "end", Theme.Muted);
        if (panel.YLabel is { } label)
            svg.Label(label.Text, label.X, label.Y, label.Size, "middle", turn: -90);
    }
}

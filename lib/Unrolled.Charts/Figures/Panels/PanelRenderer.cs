namespace Unrolled;

/// <summary>The SVG of one panel: title, axes, data, names and legend, in this order from back to front.</summary>
internal static class PanelRenderer
{
    public static void Draw(SvgWriter svg, PanelLayout panel, string id)
    {
        svg.Open("g", ("class", "panel"));
        foreach (PlacedText line in panel.Title)
            svg.Label(line.Text, line.X, line.Y, line.Size, bold: true);
        AxesRenderer.DrawBehind(svg, panel.Figure, panel.Axes);
        DrawData(svg, panel.Figure, panel.Axes, id);
        AxesRenderer.DrawNames(svg, panel);
        ReferenceRenderer.Draw(svg, panel);
        DrawLegend(svg, panel, id);
        svg.Close();
    }

    private static void DrawData(SvgWriter svg, FigureModel figure, Axes axes, string id)
    {
        Rect clip = axes.Plot.Grown(figure.HeatMap is null ? 5 : 0);
        svg.Open("clipPath", ("id", id));
        svg.Empty("rect", ("x", clip.Left), ("y", clip.Top), ("width", clip.Width), ("height", clip.Height));
        svg.Close();
        svg.Open("g", ("clip-path", $"url(#{id})"), ("fill", "none"));
        foreach (Series series in figure.Series)
            SeriesRenderer.Draw(svg, series, figure, axes);
        svg.Close();
    }

    private static void DrawLegend(SvgWriter svg, PanelLayout panel, string id)
    {
        if (panel.Options.Legend && panel.Figure.HeatMap is { } map)
            ColourBar.Draw(svg, map, panel.Axes.Plot, id + "-colours");
        if (panel.LineEnds is { } ends)
            LineEndNames.Draw(svg, ends, panel.Axes.Plot);
        panel.LegendRows?.Draw(svg);
        if (panel.LegendBox is { } box)
            CornerLegend.Draw(svg, panel.Figure, box);
    }
}

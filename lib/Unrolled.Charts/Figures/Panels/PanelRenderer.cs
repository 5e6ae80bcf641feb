using Unrolled.Charts.Model;
using Unrolled.Charts.Scales;

namespace Unrolled.Charts.Svg;

/// <summary>Draws one panel: title, axes, data, legend, in this order from back to front.</summary>
internal static class PanelRenderer
{
    public static void Draw(SvgWriter svg, FigureModel figure, Rect area, Margins margins, PanelOptions options, string id, bool legendAbove)
    {
        Rect plot = area.Inset(margins);
        var frame = new Frame(plot, PanelMeasure.Horizontal(figure, plot.Width), PanelMeasure.Vertical(figure, plot.Height));
        svg.Open("g",
            ("class", "panel"),
            ("data-plot", Numbers(plot.Left, plot.Top, plot.Width, plot.Height)),
            ("data-x", Ends(frame.X)), ("data-y", Ends(frame.Y)),
            ("data-names", $"{(options.NamesX ? "x" : "")}{(options.NamesY ? "y" : "")}"));
        DrawTitle(svg, figure, plot.Left, area);
        AxesRenderer.DrawBehind(svg, figure, frame);
        DrawData(svg, figure, frame, id);
        AxesRenderer.DrawNames(svg, figure, frame, area, options);
        ReferenceRenderer.Draw(svg, figure, frame);
        if (options.Legend)
            DrawLegend(svg, figure, frame, area, legendAbove, id);
        svg.Close();
    }

    private static void DrawTitle(SvgWriter svg, FigureModel figure, double left, Rect area)
    {
        foreach ((int row, string line) in PanelMeasure.TitleLines(figure, area.Right - left).Index())
            svg.Label(line, left, area.Top + Theme.TitleSize + row * PanelMeasure.TitleLineHeight, Theme.TitleSize, bold: true, mark: "title");
    }

    private static void DrawData(SvgWriter svg, FigureModel figure, Frame frame, string id)
    {
        Rect clip = frame.Plot.Grown(figure.HeatMap is null ? 5 : 0);
        svg.Open("clipPath", ("id", id));
        svg.Empty("rect", ("x", clip.Left), ("y", clip.Top), ("width", clip.Width), ("height", clip.Height));
        svg.Close();
        svg.Open("g", ("clip-path", $"url(#{id})"), ("fill", "none"));
        foreach (Series series in figure.Series)
            SeriesRenderer.Draw(svg, series, figure, frame);
        svg.Close();
    }

    private static void DrawLegend(SvgWriter svg, FigureModel figure, Frame frame, Rect area, bool above, string id)
    {
        if (figure.HeatMap is { } map)
            ColourBar.Draw(svg, map, frame.Plot, id + "-colours");
        else if (figure.Legend == LegendPosition.LineEnds)
            LineEndNames.Draw(svg, figure, frame);
        else if (above)
            LegendRows.Draw(svg, figure, frame.Plot.Left, frame.Plot.Top - 13, area.Right - frame.Plot.Left);
        else if (CornerLegend.FreeCorner(figure, frame) is { } corner)
            CornerLegend.Draw(svg, figure, corner);
    }

    private static string Ends(Scale scale) => FormattableString.Invariant($"{scale.Min:R} {scale.Max:R}");

    private static string Numbers(params double[] values) => string.Join(' ', values.Select(SvgWriter.Number));
}

using Unrolled.Charts.Model;

namespace Unrolled.Charts.Svg;

/// <summary>A legend inside the plot, in a corner that no data reaches.</summary>
internal static class CornerLegend
{
    private const double RowHeight = 17, Inset = 8, Padding = 6;

    /// <summary>The first free corner of: top right, top left, bottom right, bottom left; null when all are taken.</summary>
    public static Rect? FreeCorner(FigureModel figure, Frame frame)
    {
        Series[] named = [.. figure.Series.Where(series => series.InLegend)];
        if (named.Length == 0)
            return null;
        double width = named.Max(LegendKey.NamedWidth) + 2 * Padding, height = named.Length * RowHeight + 2 * Padding - 4;
        Rect plot = frame.Plot;
        if (width > plot.Width * 0.55 || height > plot.Height * 0.55)
            return null;
        double left = plot.Left + Inset, right = plot.Right - Inset - width;
        double top = plot.Top + Inset, bottom = plot.Bottom - Inset - height;
        Rect[] corners = [new(right, top, width, height), new(left, top, width, height), new(right, bottom, width, height), new(left, bottom, width, height)];
        Segment[] obstacles = [.. Obstacles.Of(figure, frame)];
        foreach (Rect corner in corners)
            if (!obstacles.Any(segment => segment.Crosses(corner.Grown(4))))
                return corner;
        return null;
    }

    public static void Draw(SvgWriter svg, FigureModel figure, Rect corner)
    {
        svg.Open("g", ("class", "legend"));
        svg.Empty("rect",
            ("x", corner.Left), ("y", corner.Top), ("width", corner.Width), ("height", corner.Height), ("rx", 3.0),
            ("fill", Theme.Paper), ("fill-opacity", 0.9));
        double centre = corner.Top + Padding + RowHeight / 2 - 2;
        foreach (Series series in figure.Series.Where(series => series.InLegend))
        {
            LegendKey.DrawNamed(svg, series, corner.Left + Padding, centre);
            centre += RowHeight;
        }

        svg.Close();
    }
}

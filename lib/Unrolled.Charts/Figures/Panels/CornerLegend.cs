namespace Unrolled;

/// <summary>A legend inside the plot, in a corner that no data reaches.</summary>
internal static class CornerLegend
{
    private const double RowHeight = 17, Inset = 8, Padding = 6;

    /// <summary>
    /// The first free corner in the order top right, top left, bottom right, bottom left; null where data reach all.
    /// </summary>
    public static Rect? FreeCorner(FigureModel figure, Axes axes)
    {
        Series[] named = [.. figure.Series.Where(series => series.InLegend)];
        if (named.Length == 0)
            return null;
        double width = named.Max(LegendKey.NamedWidth) + 2 * Padding;
        double height = named.Length * RowHeight + 2 * Padding - 4;
        Rect plot = axes.Plot;
        if (width > plot.Width * 0.55 || height > plot.Height * 0.55)
            return null;
        double left = plot.Left + Inset, right = plot.Right - Inset - width;
        double top = plot.Top + Inset, bottom = plot.Bottom - Inset - height;
        Place[] corners = [new(right, top), new(left, top), new(right, bottom), new(left, bottom)];
        Segment[] obstacles = [.. Obstacles.Of(figure, axes)];
        foreach (Place corner in corners)
        {
            var box = new Rect(corner.X, corner.Y, width, height);
            if (!obstacles.Any(segment => segment.Crosses(box.Grown(4))))
                return box;
        }

        return null;
    }

    public static void Draw(SvgWriter svg, FigureModel figure, Rect box)
    {
        svg.Open("g", ("class", "legend"));
        svg.Empty("rect",
            ("x", box.Left), ("y", box.Top), ("width", box.Width), ("height", box.Height), ("rx", 3.0),
            ("fill", Theme.Paper), ("fill-opacity", 0.9));
        double centre = box.Top + Padding + RowHeight / 2 - 2;
        foreach (Series series in figure.Series.Where(series => series.InLegend))
        {
            LegendKey.DrawNamed(svg, series, box.Left + Padding, centre);
            centre += RowHeight;
        }

        svg.Close();
    }
}

namespace Unrolled;

/// <summary>The symbol of a series beside its name in a legend.</summary>
internal static class LegendKey
{
    public const double Width = 24, Gap = 6;

    public static void Draw(SvgWriter svg, Series series, double left, double centre)
    {
        double middle = left + Width / 2;
        switch (series)
        {
            case LineSeries line:
                double thickness = Math.Max(line.Thickness, 1.6);
                svg.Line(left, centre, left + Width, centre, line.Colour, thickness, line.Dash.Strokes());
                MarkerShapes.Draw(
                    svg, line.Marker, new Place(middle, centre), SeriesRenderer.MarkerRadius, line.Colour);
                break;
            case PointSeries points:
                MarkerShapes.Draw(
                    svg, points.Marker, new Place(middle, centre), Math.Clamp(points.Size / 2, 2.5, 4), points.Colour);
                break;
            default:
                svg.Empty("rect",
                    ("x", left + 5), ("y", centre - 5), ("width", Width - 10), ("height", 10.0),
                    ("fill", series.Colour), ("fill-opacity", series is BandSeries ? 0.25 : null));
                break;
        }
    }

    public static void DrawNamed(SvgWriter svg, Series series, double left, double centre)
    {
        Draw(svg, series, left, centre);
        svg.Label(series.Name!, left + Width + Gap, centre + Theme.NoteSize * 0.36, Theme.NoteSize);
    }

    public static double NamedWidth(Series series) => Width + Gap + TextMetrics.Width(series.Name!, Theme.NoteSize);
}

using System.Text;

namespace Unrolled;

/// <summary>The SVG of the data of one series.</summary>
internal static class SeriesRenderer
{
    public const double MarkerRadius = 3.2;

    public static void Draw(SvgWriter svg, Series series, FigureModel figure, Axes axes)
    {
        switch (series)
        {
            case LineSeries line:
                DrawLine(svg, line, axes);
                break;
            case PointSeries points:
                DrawMarkers(svg, points, axes, points.Size / 2, points.X.Length > 500 ? 0.5 : 0.85);
                break;
            case BandSeries band:
                DrawBand(svg, band, axes);
                break;
            case BarSeries bars:
                BarRenderer.Draw(svg, bars, BarSlots.Of(bars, figure, axes), axes);
                break;
            case HistogramSeries histogram:
                DrawHistogram(svg, histogram, axes);
                break;
            case HeatMapSeries map:
                HeatMapRenderer.Draw(svg, map, axes);
                break;
            default:
                throw new ArgumentException($"No drawing for {series.Named}.", nameof(series));
        }
    }

    private static void DrawLine(SvgWriter svg, LineSeries line, Axes axes)
    {
        var path = new StringBuilder();
        foreach (IReadOnlyList<Place> run in Curves.Runs(line.X, line.Y, axes))
            if (run.Count > 1)
                Curves.Append(path, PixelColumns.Thin(run, axes.Plot.Width), line.Step);
            else if (line.Marker == Marker.None)
                MarkerShapes.Draw(svg, Marker.Circle, run[0], MarkerRadius, line.Colour);
        if (path.Length > 0)
            svg.Empty("path",
                ("class", "line"), ("d", path), ("stroke", line.Colour), ("stroke-width", line.Thickness),
                ("stroke-dasharray", line.Dash.Strokes()), ("stroke-linejoin", "round"));
        if (line.Marker != Marker.None)
            DrawMarkers(svg, line, axes, MarkerRadius, opacity: 1);
    }

    private static void DrawMarkers(SvgWriter svg, CurveSeries curve, Axes axes, double radius, double opacity)
    {
        svg.Open("g", ("class", "points"));
        foreach (IReadOnlyList<Place> run in Curves.Runs(curve.X, curve.Y, axes))
            foreach (Place place in run)
                MarkerShapes.Draw(svg, curve.Marker, place, radius, curve.Colour, opacity);
        svg.Close();
    }

    private static void DrawBand(SvgWriter svg, BandSeries band, Axes axes)
    {
        var path = new StringBuilder();
        IEnumerable<IReadOnlyList<Place>> lower = Curves.Runs(band.X, Gapped(band.Lower, band.Upper), axes);
        IEnumerable<IReadOnlyList<Place>> upper = Curves.Runs(band.X, Gapped(band.Upper, band.Lower), axes);
        foreach ((IReadOnlyList<Place> below, IReadOnlyList<Place> above) in lower.Zip(upper))
        {
            Curves.Append(path, PixelColumns.Thin(below, axes.Plot.Width));
            Curves.Append(path, PixelColumns.Thin(above, axes.Plot.Width).Reverse(), first: 'L');
            path.Append('Z');
        }

        svg.Empty("path", ("class", "band"), ("d", path), ("fill", band.Colour), ("fill-opacity", 0.18));
    }

    // Both edges break where either does, so that they can be joined.
    private static double[] Gapped(double[] values, double[] others) =>
        [.. values.Zip(others, (value, other) => double.IsNaN(other) ? double.NaN : value)];

    private static void DrawHistogram(SvgWriter svg, HistogramSeries histogram, Axes axes)
    {
        for (int bin = 0; bin < histogram.Counts.Length; bin++)
        {
            double left = axes.Left(histogram.Edges[bin]), right = axes.Left(histogram.Edges[bin + 1]);
            double top = axes.Top(histogram.Counts[bin]);
            svg.Empty("rect",
                ("x", left), ("y", top), ("width", right - left), ("height", axes.Top(0) - top),
                ("fill", histogram.Colour), ("stroke", Theme.Paper), ("stroke-width", 1.0));
        }
    }
}

namespace Unrolled;

/// <summary>The SVG of markers.</summary>
internal static class MarkerShapes
{
    public static void Draw(SvgWriter svg, Marker marker, Place at, double radius, string colour, double opacity = 1)
    {
        object? transparency = opacity < 1 ? opacity : null;
        if (marker == Marker.Circle)
            svg.Empty("circle",
                ("cx", at.X), ("cy", at.Y), ("r", radius), ("fill", colour), ("fill-opacity", transparency));
        else if (marker == Marker.Cross)
            svg.Empty("path",
                ("d", Outline(marker, at, radius)), ("stroke", colour), ("stroke-width", 1.6),
                ("stroke-opacity", transparency));
        else if (marker != Marker.None)
            svg.Empty("path", ("d", Outline(marker, at, radius)), ("fill", colour), ("fill-opacity", transparency));
    }

    private static string Outline(Marker marker, Place at, double r) => marker switch
    {
        Marker.Square => Polygon(
            (at.X - 0.9 * r, at.Y - 0.9 * r), (at.X + 0.9 * r, at.Y - 0.9 * r),
            (at.X + 0.9 * r, at.Y + 0.9 * r), (at.X - 0.9 * r, at.Y + 0.9 * r)),
        Marker.Triangle => Polygon(
            (at.X, at.Y - 1.2 * r), (at.X + 1.1 * r, at.Y + 0.8 * r), (at.X - 1.1 * r, at.Y + 0.8 * r)),
        Marker.Diamond => Polygon(
            (at.X, at.Y - 1.3 * r), (at.X + 1.3 * r, at.Y), (at.X, at.Y + 1.3 * r), (at.X - 1.3 * r, at.Y)),
        Marker.Cross => Stroke(at.X - r, at.Y - r, at.X + r, at.Y + r) + Stroke(at.X - r, at.Y + r, at.X + r, at.Y - r),
        _ => throw new ArgumentOutOfRangeException(nameof(marker), marker, "Not a marker with an outline."),
    };

    private static string Polygon(params (double X, double Y)[] corners) =>
        $"M{string.Join("L", corners.Select(corner => Corner(corner.X, corner.Y)))}Z";

    private static string Stroke(double x1, double y1, double x2, double y2) =>
        $"M{Corner(x1, y1)}L{Corner(x2, y2)}";

    private static string Corner(double x, double y) => $"{SvgWriter.Number(x)} {SvgWriter.Number(y)}";
}

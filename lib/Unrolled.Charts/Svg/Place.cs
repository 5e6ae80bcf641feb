namespace Unrolled.Charts.Svg;

/// <summary>A point in SVG units.</summary>
internal readonly record struct Place(double X, double Y);

namespace Unrolled;

/// <summary>A point in SVG units, y downwards.</summary>
internal readonly record struct Place(double X, double Y);

/// <summary>Widths of the four sides around a rectangle, in SVG units.</summary>
internal readonly record struct Margins(double Left, double Top, double Right, double Bottom)
{
    /// <summary>The larger of two on every side.</summary>
    public static Margins Max(Margins a, Margins b) => new(
        Math.Max(a.Left, b.Left), Math.Max(a.Top, b.Top), Math.Max(a.Right, b.Right), Math.Max(a.Bottom, b.Bottom));
}

/// <summary>A rectangle in SVG units, y downwards.</summary>
internal readonly record struct Rect(double Left, double Top, double Width, double Height)
{
    public double Right => Left + Width;

    public double Bottom => Top + Height;

    public double CentreX => Left + Width / 2;

    public double CentreY => Top + Height / 2;

    public bool Contains(double x, double y) => x >= Left && x <= Right && y >= Top && y <= Bottom;

    public Rect Inset(Margins margins) => new(
        Left + margins.Left, Top + margins.Top,
        Width - margins.Left - margins.Right, Height - margins.Top - margins.Bottom);

    public Rect Grown(double by) => new(Left - by, Top - by, Width + 2 * by, Height + 2 * by);
}

namespace Unrolled.Charts.Svg;

/// <summary>What stands around a plot: title, ticks, labels, legend.</summary>
internal readonly record struct Margins(double Left, double Top, double Right, double Bottom)
{
    /// <summary>The larger of two on every side.</summary>
    public static Margins Max(Margins a, Margins b) => new(
        Math.Max(a.Left, b.Left), Math.Max(a.Top, b.Top), Math.Max(a.Right, b.Right), Math.Max(a.Bottom, b.Bottom));
}

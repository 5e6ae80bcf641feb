using Unrolled.Charts.Scales;

namespace Unrolled.Charts.Svg;

/// <summary>A plot and its scales: the way from values to places.</summary>
internal sealed record Frame(Rect Plot, Scale X, Scale Y)
{
    public double Left(double x) => Plot.Left + X.Position(x) * Plot.Width;

    public double Top(double y) => Plot.Bottom - Y.Position(y) * Plot.Height;

    /// <summary>Moves a coordinate to where a one-pixel line is sharp.</summary>
    public static double Crisp(double coordinate) => Math.Floor(coordinate) + 0.5;
}

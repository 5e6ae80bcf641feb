using System.Globalization;

namespace Unrolled;

/// <summary>A colour in sRGB, each channel 0 … 255.</summary>
internal readonly record struct Rgb(double Red, double Green, double Blue)
{
    public static Rgb Parse(string hex) => new(Channel(hex, 1), Channel(hex, 3), Channel(hex, 5));

    public static Rgb Mix(Rgb from, Rgb to, double share) => new(
        from.Red + share * (to.Red - from.Red),
        from.Green + share * (to.Green - from.Green),
        from.Blue + share * (to.Blue - from.Blue));

    /// <summary>The relative luminance of WCAG 2.2, 0 for black and 1 for white.</summary>
    public double Luminance => 0.2126 * Linear(Red) + 0.7152 * Linear(Green) + 0.0722 * Linear(Blue);

    public override string ToString() => $"#{Hex(Red)}{Hex(Green)}{Hex(Blue)}";

    private static string Hex(double channel) =>
        ((int)Math.Round(channel)).ToString("x2", CultureInfo.InvariantCulture);

    private static double Channel(string hex, int start) =>
        int.Parse(hex.AsSpan(start, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static double Linear(double channel) =>
        channel <= 0.04045 * 255 ? channel / 255 / 12.92 : Math.Pow((channel / 255 + 0.055) / 1.055, 2.4);
}

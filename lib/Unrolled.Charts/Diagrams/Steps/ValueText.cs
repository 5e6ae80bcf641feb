using System.Globalization;
using Unrolled.Charts.Scales;

namespace Unrolled.Charts.Views.Recordings;

/// <summary>
/// A live number: four digits, so that it hardly changes its width from step to step. Halves are rounded away from
/// zero, as they are written in decimals: binary fractions would round some up and some down. Web/steps.js repeats it.
/// </summary>
internal static class ValueText
{
    private const double Huge = 1e4;

    public static string Of(double value)
    {
        if (!double.IsFinite(value))
            return NumberText.Short(value);
        string digits = Math.Abs(value) < Huge ? Fixed(Math.Abs(value)) : Scientific(Math.Abs(value));
        return value < 0 && digits.AsSpan().ContainsAnyInRange('1', '9') ? "−" + digits : digits;
    }

    private static string Fixed(double size) => Fixed((decimal)size, size switch { < 10 => 3, < 100 => 2, < 1000 => 1, _ => 0 });

    private static string Scientific(double size)
    {
        string[] parts = size.ToString("E4", CultureInfo.InvariantCulture).Split('E');
        return $"{Fixed(decimal.Parse(parts[0], CultureInfo.InvariantCulture), 1)}e{int.Parse(parts[1], CultureInfo.InvariantCulture)}";
    }

    private static string Fixed(decimal size, int decimals) =>
        Math.Round(size, decimals, MidpointRounding.AwayFromZero).ToString("F" + decimals, CultureInfo.InvariantCulture);
}

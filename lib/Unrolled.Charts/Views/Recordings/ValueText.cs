using System.Globalization;
using Unrolled.Charts.Scales;

namespace Unrolled.Charts.Views.Recordings;

/// <summary>A live number: four digits, so that it hardly changes its width from step to step. Web/steps.js repeats it.</summary>
internal static class ValueText
{
    private const double Huge = 1e4;

    public static string Of(double value)
    {
        if (!double.IsFinite(value))
            return NumberText.Short(value);
        double size = Math.Abs(value);
        string digits = size >= Huge
            ? value.ToString("0.0e0", CultureInfo.InvariantCulture)
            : value.ToString("F" + Decimals(size), CultureInfo.InvariantCulture);
        return digits.AsSpan().ContainsAnyInRange('1', '9') ? NumberText.WithMinus(digits) : digits.TrimStart('-');
    }

    private static int Decimals(double size) => size switch { < 10 => 3, < 100 => 2, < 1000 => 1, _ => 0 };
}

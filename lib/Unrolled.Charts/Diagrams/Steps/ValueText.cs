using System.Globalization;

namespace Unrolled;

/// <summary>
/// A value as text of four digits, so that its width hardly changes from step to step. Halves are rounded away from
/// zero in decimal digits; binary fractions would round some up and some down. Web/steps.js repeats it.
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

    /// <summary>The same without zeros at its end: "2", "−0.5".</summary>
    public static string Plain(double value)
    {
        string text = Of(value);
        return text.Contains('.') && !text.Contains('e') ? text.TrimEnd('0').TrimEnd('.') : text;
    }

    private static string Fixed(double size) =>
        Fixed((decimal)size, size switch { < 10 => 3, < 100 => 2, < 1000 => 1, _ => 0 });

    private static string Scientific(double size)
    {
        string[] parts = size.ToString("E4", CultureInfo.InvariantCulture).Split('E');
        decimal mantissa = decimal.Parse(parts[0], CultureInfo.InvariantCulture);
        return $"{Fixed(mantissa, 1)}e{int.Parse(parts[1], CultureInfo.InvariantCulture)}";
    }

    private static string Fixed(decimal size, int decimals)
    {
        decimal rounded = Math.Round(size, decimals, MidpointRounding.AwayFromZero);
        return rounded.ToString("F" + decimals, CultureInfo.InvariantCulture);
    }
}

using System.Globalization;

namespace Unrolled;

/// <summary>
/// Numbers as text for readers: a true minus sign, thin spaces between thousands, superscript powers of ten.
/// </summary>
internal static class NumberText
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private const char NarrowSpace = '\u202f';

    /// <summary>The value with a fixed number of decimals.</summary>
    public static string Fixed(double value, int decimals)
    {
        string text = Math.Abs(value).ToString("F" + decimals, CultureInfo.InvariantCulture);
        bool negative = value < 0 && text.Any(c => c is >= '1' and <= '9');
        return (negative ? "−" : "") + WithThousands(text);
    }

    /// <summary>
    /// The value with at most so many significant digits, without trailing zeros; very large and very small values with
    /// a power of ten.
    /// </summary>
    public static string Short(double value, int digits = 4)
    {
        if (!double.IsFinite(value))
            return double.IsNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞";
        if (value == 0)
            return "0";
        string scientific = value.ToString("E" + (digits - 1), CultureInfo.InvariantCulture);
        int exponent = int.Parse(scientific.AsSpan(scientific.IndexOf('E') + 1), CultureInfo.InvariantCulture);
        return exponent is >= -4 and < 6
            ? TrimZeros(Fixed(
                double.Parse(scientific, CultureInfo.InvariantCulture), Math.Max(0, digits - 1 - exponent)))
            : WithMinus(TrimZeros(scientific[..scientific.IndexOf('E')])) + "×" + Power(exponent);
    }

    /// <summary>A power of ten with a superscript exponent.</summary>
    public static string Power(int exponent)
    {
        if (exponent is 0 or 1)
            return exponent == 0 ? "1" : "10";
        string digits = Math.Abs(exponent).ToString(CultureInfo.InvariantCulture);
        return "10" + (exponent < 0 ? "⁻" : "") + string.Concat(digits.Select(digit => Superscripts[digit - '0']));
    }

    public static string WithMinus(string text) => text.Replace('-', '−');

    // Four digits stay together, so that a year is a year.
    private static string WithThousands(string text)
    {
        int whole = text.IndexOf('.') is var point and >= 0 ? point : text.Length;
        if (whole < 5)
            return text;
        for (int i = whole - 3; i > 0; i -= 3)
            text = text.Insert(i, NarrowSpace.ToString());
        return text;
    }

    private static string TrimZeros(string text) => text.Contains('.') ? text.TrimEnd('0').TrimEnd('.') : text;
}

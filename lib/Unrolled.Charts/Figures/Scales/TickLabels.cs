using System.Globalization;

namespace Unrolled;

/// <summary>Labels of evenly spaced ticks, all with the same decimals, or all with the same power of ten.</summary>
internal static class TickLabels
{
    public static IEnumerable<string> Of(TickSteps ticks)
    {
        double largest = Math.Max(Math.Abs(ticks.Min), Math.Abs(ticks.Max));
        int exponent = largest == 0 ? 0 : (int)Math.Floor(Math.Log10(largest));
        bool plain = exponent is >= -3 and < 6 && ticks.Step.Decimals <= 6;
        return plain
            ? ticks.Values.Select(value => NumberText.Fixed(value, ticks.Step.Decimals))
            : ticks.Values.Select(value => Scaled(value, exponent, ticks.Step));
    }

    private static string Scaled(double value, int exponent, TickStep step)
    {
        if (value == 0)
            return "0";
        int decimals = Math.Clamp(exponent - step.Exponent + (step.Mantissa == 2.5 ? 1 : 0), 0, 12);
        string digits = (value / Math.Pow(10, exponent)).ToString("F" + decimals, CultureInfo.InvariantCulture);
        return NumberText.WithMinus(digits) + (exponent == 0 ? "" : "×" + NumberText.Power(exponent));
    }
}

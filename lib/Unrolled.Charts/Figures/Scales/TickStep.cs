using System.Globalization;

namespace Unrolled.Charts.Scales;

/// <summary>The distance between ticks, mantissa × 10^exponent.</summary>
internal readonly record struct TickStep(double Mantissa, int Exponent)
{
    public double Value => Times(1);

    public bool IsWhole => Exponent >= 1 || (Exponent == 0 && Mantissa != 2.5);

    /// <summary>How many decimals write every multiple exactly.</summary>
    public int Decimals => Math.Max(0, -Exponent + (Mantissa == 2.5 ? 1 : 0));

    /// <summary>A multiple of the step, through its decimal digits, so that 3 × 0.1 is 0.3.</summary>
    public double Times(long multiple) => double.Parse(
        string.Create(CultureInfo.InvariantCulture, $"{multiple * (decimal)Mantissa}E{Exponent}"), CultureInfo.InvariantCulture);
}

using System.Globalization;

namespace Unrolled;

/// <summary>The distance between ticks, mantissa × 10^exponent.</summary>
internal readonly record struct TickStep(double Mantissa, int Exponent)
{
    public double Value => Times(1);

    public bool IsWhole => Exponent >= 1 || (Exponent == 0 && Mantissa != 2.5);

    /// <summary>The number of decimals with which every multiple is exact.</summary>
    public int Decimals => Math.Max(0, -Exponent + (Mantissa == 2.5 ? 1 : 0));

    /// <summary>A multiple of the step, through its decimal digits, so that 3 × 0.1 is 0.3.</summary>
    public double Times(long multiple)
    {
        string digits = string.Create(CultureInfo.InvariantCulture, $"{multiple * (decimal)Mantissa}E{Exponent}");
        return double.Parse(digits, CultureInfo.InvariantCulture);
    }
}

/// <summary>The multiples of a step from the <paramref name="First"/>th to the <paramref name="Last"/>th.</summary>
internal readonly record struct TickSteps(TickStep Step, long First, long Last)
{
    public long Count => Math.Max(0, Last - First + 1);

    public double Min => Step.Times(First);

    public double Max => Step.Times(Last);

    public IEnumerable<double> Values
    {
        get
        {
            for (long multiple = First; multiple <= Last; multiple++)
                yield return Step.Times(multiple);
        }
    }
}

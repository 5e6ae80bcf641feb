namespace Unrolled;

/// <summary>
/// Ticks of a logarithmic axis: powers of ten with 2 … 9 between them. Over less than two decades 2 and 5 also have a
/// label; where even these are too few, the ticks are round numbers as on a linear axis.
/// </summary>
internal static class LogTicks
{
    private static readonly int[] NamedWithinDecades = [1, 2, 5];

    public static IReadOnlyList<Tick> Within(double min, double max, int count)
    {
        int first = (int)Math.Ceiling(Math.Log10(min) - 1e-9), last = (int)Math.Floor(Math.Log10(max) + 1e-9);
        int decades = last - first + 1;
        if (decades > 2)
            return Decades(min, max, first, last, stride: (decades + count - 1) / count);
        IReadOnlyList<Tick> named = Named(min, max);
        return named.Count(tick => !tick.Minor) >= 3 ? named : Linear(min, max, count);
    }

    private static IReadOnlyList<Tick> Decades(double min, double max, int first, int last, int stride)
    {
        // Strides count from 10⁰ where then at least two ticks have a label.
        bool fromOne = Enumerable.Range(first, last - first + 1).Count(exponent => exponent % stride == 0) >= 2;
        int origin = fromOne ? 0 : first;
        var ticks = new List<Tick>();
        for (int exponent = first - 1; exponent <= last; exponent++)
            foreach (int digit in Enumerable.Range(1, 9))
                if (Power(digit, exponent) is double value && value >= min * (1 - 1e-9) && value <= max * (1 + 1e-9))
                    AddDecade(ticks, value, digit, exponent, named: (exponent - origin) % stride == 0, stride);
        return ticks;
    }

    private static void AddDecade(List<Tick> ticks, double value, int digit, int exponent, bool named, int stride)
    {
        if (digit == 1)
            ticks.Add(new Tick(value, named ? NumberText.Power(exponent) : ""));
        else if (stride == 1)
            ticks.Add(new Tick(value, ""));
    }

    private static IReadOnlyList<Tick> Named(double min, double max)
    {
        var ticks = new List<Tick>();
        for (int exponent = (int)Math.Floor(Math.Log10(min)); exponent <= (int)Math.Floor(Math.Log10(max)); exponent++)
            foreach (int digit in Enumerable.Range(1, 9))
                if (Power(digit, exponent) is double value && value >= min * (1 - 1e-9) && value <= max * (1 + 1e-9))
                    ticks.Add(new Tick(value, NamedWithinDecades.Contains(digit) ? NumberText.Short(value) : ""));
        return ticks;
    }

    private static IReadOnlyList<Tick> Linear(double min, double max, int count)
    {
        TickSteps steps = LinearTicks.Within(min, max, count);
        return [.. steps.Values.Zip(TickLabels.Of(steps), (value, label) => new Tick(value, label))];
    }

    private static double Power(int digit, int exponent) => new TickStep(digit, exponent).Value;
}

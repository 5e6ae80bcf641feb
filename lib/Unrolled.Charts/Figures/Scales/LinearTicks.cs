namespace Unrolled;

/// <summary>
/// Evenly spaced round numbers: multiples of 1, 2, 2.5 or 5 times a power of ten, the steps of matplotlib's
/// <c>MaxNLocator</c>. The step is the smallest of these that needs no more ticks than requested.
/// </summary>
internal static class LinearTicks
{
    private static readonly double[] Steps = [1, 2, 2.5, 5];

    // A bound that differs from a multiple by rounding alone counts as that multiple.
    private const double Slack = 1e-9;

    /// <summary>The multiples that lie in the range, at most <paramref name="count"/> (at least 2).</summary>
    public static TickSteps Within(double min, double max, int count, bool wholeSteps = false) =>
        Smallest(min, max, count, wholeSteps, step => new TickSteps(
            step, (long)Math.Ceiling(min / step.Value - Slack), (long)Math.Floor(max / step.Value + Slack)));

    /// <summary>
    /// The multiples from the last at or below <paramref name="min"/> to the first at or above <paramref name="max"/>.
    /// </summary>
    public static TickSteps Covering(double min, double max, int count, bool wholeSteps = false) =>
        Smallest(min, max, count, wholeSteps, step => new TickSteps(
            step, (long)Math.Floor(min / step.Value + Slack), (long)Math.Ceiling(max / step.Value - Slack)));

    private static TickSteps Smallest(
        double min, double max, int count, bool wholeSteps, Func<TickStep, TickSteps> ticks)
    {
        if (!(min < max) || !double.IsFinite(max - min))
            throw new ArgumentException($"Ticks need a range that grows, not {min} … {max}.");
        count = Math.Max(count, 2);
        return Candidates((max - min) / count, wholeSteps).Select(ticks).First(found => found.Count <= count);
    }

    private static IEnumerable<TickStep> Candidates(double smallest, bool wholeSteps)
    {
        for (int exponent = (int)Math.Floor(Math.Log10(smallest)) - 1; ; exponent++)
            foreach (double mantissa in Steps)
            {
                var step = new TickStep(mantissa, exponent);
                if (!wholeSteps || step.IsWhole)
                    yield return step;
            }
    }
}

namespace Unrolled;

/// <summary>
/// A test for leaks: how many steps into the future a preparation of a series looks. What is fed to a forecaster at a
/// step may depend on values until that step alone; the test changes one value after the other and watches which of the
/// prepared values change with it.
/// </summary>
public static class LookAhead
{
    /// <summary>
    /// The largest number of steps by which a value is later than a prepared value that depends on it: 0 where nothing
    /// looks ahead, 1 for a mean of the neighbours on both sides, the length of the series less one for a
    /// standardization by the mean of all.
    /// </summary>
    /// <param name="prepare">The preparation; it gives one value for each step of the series.</param>
    /// <param name="series">A series to try it on, oldest first.</param>
    /// <exception cref="ArgumentException">
    /// The series is empty, or the preparation gives another number of values.
    /// </exception>
    /// <remarks>
    /// Only a dependence that shows on this series is found. Twice, with a larger and a smaller value, each step is
    /// tried.
    /// </remarks>
    public static int Of(Func<double[], double[]> prepare, IReadOnlyList<double> series)
    {
        ArgumentNullException.ThrowIfNull(prepare);
        ArgumentNullException.ThrowIfNull(series);
        if (series.Count == 0)
            throw new ArgumentException("series is empty; expected at least one value.", nameof(series));
        double[] prepared = Prepared(prepare, [.. series]);
        double step = 1 + series.Max(Math.Abs);
        int most = 0;
        for (int t = 0; t < series.Count; t++)
        {
            foreach (double change in new[] { step, -step })
            {
                double[] changed = [.. series];
                changed[t] += change;
                double[] after = Prepared(prepare, changed);
                int first = Array.FindIndex([.. prepared.Zip(after)], pair => !pair.First.Equals(pair.Second));
                if (first >= 0)
                    most = Math.Max(most, t - first);
            }
        }

        return most;
    }

    private static double[] Prepared(Func<double[], double[]> prepare, double[] series)
    {
        double[] prepared = prepare(series);
        return prepared?.Length == series.Length
            ? prepared
            : throw new ArgumentException(
                $"prepare gives {(prepared is null ? "null" : $"{prepared.Length} values")} for {series.Length}; "
                + "expected one for each step.",
                nameof(prepare));
    }
}

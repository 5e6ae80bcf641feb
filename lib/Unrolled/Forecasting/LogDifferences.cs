namespace Unrolled;

/// <summary>
/// A method that forecasts the differences of a series' logarithms, brought back to the series: for series of positive
/// values that grow, whose level no method has seen in training.
/// <code>
/// d_t = (1 - B^{a}) (1 - B^{b}) \dots \ln x_t,    B^a x_t = x_{t-a}
/// </code>
/// With the lag 1 alone, d is the growth from step to step, ln(xₜ / xₜ₋₁); with the lags 1 and 12 it is what the growth
/// has changed since the same month of the last year, and a forecast of 0 is <see cref="SeasonalGrowth"/>.
/// </summary>
public sealed class LogDifferences : IForecaster
{
    private readonly IForecaster ofDifferences;
    private readonly int[] lags;

    /// <summary>A forecaster by the differences at these lags.</summary>
    /// <param name="ofDifferences">The method, fitted on <see cref="Of"/> of the training part.</param>
    /// <param name="lags">The lags a, b …, each at least 1; at least one.</param>
    /// <exception cref="ArgumentException">There is no lag.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A lag is below 1.</exception>
    public LogDifferences(IForecaster ofDifferences, params int[] lags)
    {
        ArgumentNullException.ThrowIfNull(ofDifferences);
        (this.ofDifferences, this.lags) = (ofDifferences, [.. RequireLags(lags)]);
    }

    /// <inheritdoc/>
    public string Name => $"{ofDifferences.Name} of differences ({string.Join(", ", lags)})";

    /// <inheritdoc/>
    public int Order => lags.Sum() + ofDifferences.Order;

    /// <summary>The differences d of a series, Σ lags fewer than it has values.</summary>
    /// <param name="series">The series, oldest first; all values positive.</param>
    /// <param name="lags">The lags, each at least 1; at least one.</param>
    /// <exception cref="ArgumentException">
    /// There is no lag, a value is not a positive finite number, or the series is too short.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A lag is below 1.</exception>
    public static double[] Of(IReadOnlyList<double> series, params int[] lags)
    {
        ArgumentNullException.ThrowIfNull(series);
        double[] differences = Logarithms([.. series], nameof(series));
        foreach (int lag in RequireLags(lags))
        {
            if (differences.Length <= lag)
            {
                throw new ArgumentException(
                    $"series has {series.Count} values; differences at {string.Join(" and ", lags)} need at least "
                    + $"{lags.Sum() + 1}.",
                    nameof(series));
            }

            differences = [.. differences.Skip(lag).Zip(differences, (now, before) => now - before)];
        }

        return differences;
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">
    /// There are fewer values than <see cref="Order"/>, or one is not a positive finite number.
    /// </exception>
    public double Next(ReadOnlySpan<double> past)
    {
        this.RequirePast(past);
        // The next logarithm, from the inside out: each difference is forecast by adding what it was taken from.
        double[] level = Logarithms(past, nameof(past));
        double known = 0;
        foreach (int lag in lags)
        {
            known += level[^lag];
            level = [.. level.Skip(lag).Zip(level, (now, before) => now - before)];
        }

        return Math.Exp(known + ofDifferences.Next(level));
    }

    internal static double[] Logarithms(ReadOnlySpan<double> values, string name)
    {
        var logs = new double[values.Length];
        for (int t = 0; t < logs.Length; t++)
        {
            if (!(values[t] > 0) || !double.IsFinite(values[t]))
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"{name}[{t}] is {values[t]}; expected a positive finite number."),
                    name);
            }

            logs[t] = Math.Log(values[t]);
        }

        return logs;
    }

    private static int[] RequireLags(int[] lags)
    {
        ArgumentNullException.ThrowIfNull(lags);
        if (lags.Length == 0)
            throw new ArgumentException("lags is empty; expected at least one.", nameof(lags));
        foreach (int lag in lags)
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(lag, nameof(lags));
        return lags;
    }
}

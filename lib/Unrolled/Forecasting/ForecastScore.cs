using MathNet.Numerics.Distributions;

namespace Unrolled;

/// <summary>
/// Scores of forecasts that say how sure they are: intervals, quantiles and distributions. The pinball loss, the
/// interval score and the continuous ranked probability score are proper: whoever forecasts the true distribution
/// cannot be beaten on average. Less is better, but for the coverage, which should be the one promised.
/// </summary>
public static class ForecastScore
{
    /// <summary>The share of the values that are in their intervals.</summary>
    /// <param name="intervals">The forecasts.</param>
    /// <param name="actual">The value of each.</param>
    /// <exception cref="ArgumentException">The lists are empty or differ in length.</exception>
    public static double Coverage(IReadOnlyList<ForecastInterval> intervals, IReadOnlyList<double> actual)
    {
        RequireSame(intervals, actual, nameof(intervals));
        return intervals.Zip(actual).Count(pair => pair.First.Contains(pair.Second)) / (double)actual.Count;
    }

    /// <summary>
    /// The mean of (u − l) + 2/α · (distance of the value from the interval), where α = 1 − coverage: narrow intervals
    /// are rewarded and misses are punished (Gneiting and Raftery 2007, Strictly Proper Scoring Rules, Prediction, and
    /// Estimation, equation 43).
    /// </summary>
    /// <param name="intervals">The forecasts [l, u].</param>
    /// <param name="actual">The value of each.</param>
    /// <param name="coverage">The coverage that the intervals promise, between 0 and 1.</param>
    /// <exception cref="ArgumentException">The lists are empty or differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The coverage is not between 0 and 1.</exception>
    public static double IntervalScore(
        IReadOnlyList<ForecastInterval> intervals, IReadOnlyList<double> actual, double coverage)
    {
        RequireCoverage(coverage, nameof(coverage));
        RequireSame(intervals, actual, nameof(intervals));
        return intervals.Zip(actual, (interval, value) =>
            interval.Width
            + 2 / (1 - coverage) * Math.Max(Math.Max(interval.Lower - value, value - interval.Upper), 0)).Average();
    }

    /// <summary>
    /// The mean of ρ_τ(x − q) = (x − q)(τ − 1{x &lt; q}): a value above the quantile q costs τ for each unit of
    /// distance, one below it 1 − τ, so that the τ-quantile costs least (Koenker and Bassett 1978, Regression
    /// Quantiles).
    /// </summary>
    /// <param name="quantiles">The forecasts q of one level.</param>
    /// <param name="actual">The value x of each.</param>
    /// <param name="level">τ, between 0 and 1.</param>
    /// <exception cref="ArgumentException">The lists are empty or differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public static double Pinball(IReadOnlyList<double> quantiles, IReadOnlyList<double> actual, double level)
    {
        RequireCoverage(level, nameof(level));
        RequireSame(quantiles, actual, nameof(quantiles));
        return quantiles.Zip(actual, (q, x) => (x - q) * (level - (x < q ? 1 : 0))).Average();
    }

    /// <summary>
    /// The continuous ranked probability score of a sample, such as the forecasts of several networks:
    /// <code>
    /// \mathrm{CRPS}(F, x) = \int (F(y) - 1\{y \ge x\})^2 dy = E|X - x| - \tfrac{1}{2} E|X - X'|
    /// </code>
    /// where F is the sample's distribution and X and X' are drawn from it (Gneiting and Raftery 2007, equations 20 and
    /// 21, with the opposite sign). It is in the variable's unit; of a single forecast it is the absolute error.
    /// </summary>
    /// <param name="sample">The forecasts of one value, at least one.</param>
    /// <param name="actual">The value x.</param>
    /// <exception cref="ArgumentException">There is no forecast.</exception>
    public static double Crps(IReadOnlyList<double> sample, double actual)
    {
        ArgumentNullException.ThrowIfNull(sample);
        if (sample.Count == 0)
            throw new ArgumentException("sample is empty; expected at least one forecast.", nameof(sample));
        double n = sample.Count;
        // In order of size, the i-th from 0 is the larger of i pairs and the smaller of n − 1 − i.
        double halfSpread = sample.Order().Select((x, i) => (2 * i + 1 - n) * x).Sum() / (n * n);
        return sample.Average(x => Math.Abs(x - actual)) - halfSpread;
    }

    /// <summary>
    /// The continuous ranked probability score of a normal distribution (Gneiting and Raftery 2007, section 4.2, with
    /// the opposite sign):
    /// <code>
    /// \mathrm{CRPS} = \sigma \left( z (2 \Phi(z) - 1) + 2 \varphi(z) - 1 / \sqrt{\pi} \right)
    /// z = (x - \mu) / \sigma
    /// </code>
    /// </summary>
    /// <param name="mean">μ.</param>
    /// <param name="deviation">σ, more than 0.</param>
    /// <param name="actual">The value x.</param>
    /// <exception cref="ArgumentOutOfRangeException">The deviation is not more than 0.</exception>
    public static double CrpsOfNormal(double mean, double deviation, double actual)
    {
        TrainingCheck.RequirePositive(deviation, nameof(deviation));
        double z = (actual - mean) / deviation;
        return deviation
            * (z * (2 * Normal.CDF(0, 1, z) - 1) + 2 * Normal.PDF(0, 1, z) - 1 / Math.Sqrt(Math.PI));
    }

    internal static void RequireCoverage(double value, string name)
    {
        if (!(value > 0 && value < 1))
        {
            throw new ArgumentOutOfRangeException(
                name,
                value,
                FormattableString.Invariant($"{name} is {value}; expected more than 0 and less than 1."));
        }
    }

    internal static void RequireSame<TForecast>(
        IReadOnlyList<TForecast> forecasts, IReadOnlyList<double> actual, string name)
    {
        ArgumentNullException.ThrowIfNull(forecasts, name);
        ArgumentNullException.ThrowIfNull(actual);
        if (forecasts.Count != actual.Count || actual.Count == 0)
        {
            throw new ArgumentException(
                $"{name} has {forecasts.Count} forecasts and actual {actual.Count} values; expected as many, at least "
                + "one.",
                name);
        }
    }
}

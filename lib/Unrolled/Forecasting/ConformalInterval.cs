namespace Unrolled;

/// <summary>
/// Intervals of one width around any method's forecasts, as wide as its errors on a part of the series that it was not
/// fitted on: split conformal prediction (Lei, G'Sell, Rinaldo, Tibshirani and Wasserman 2018, Distribution-Free
/// Predictive Inference for Regression, algorithm 2).
/// <code>
/// \hat{x} \pm r,    r is the k-th smallest |x - \hat{x}| of n,    k = \lceil (n + 1) \cdot coverage \rceil
/// </code>
/// Where all errors are exchangeable, an interval holds the value with at least the given probability, whatever the
/// method and the distribution. The errors of a series may grow or depend on one another; then its coverage is to be
/// measured.
/// </summary>
public sealed class ConformalInterval
{
    // Of a product such as 30 · .9, whose exact value is whole.
    private const double Rounding = 1e-9;

    private ConformalInterval(double coverage, double radius) => (Coverage, Radius) = (coverage, radius);

    /// <summary>The probability with which an interval is to hold the value.</summary>
    public double Coverage { get; }

    /// <summary>r, in the variable's unit.</summary>
    public double Radius { get; }

    /// <summary>Measures the errors on a validation part.</summary>
    /// <param name="forecasts">
    /// The method's forecasts of the part; it was fitted on values before the part alone.
    /// </param>
    /// <param name="actual">The values of the part.</param>
    /// <param name="coverage">The probability with which an interval is to hold the value, between 0 and 1.</param>
    /// <exception cref="ArgumentException">
    /// There are not as many forecasts as values, too few for the coverage, or one is not finite.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The coverage is not between 0 and 1.</exception>
    public static ConformalInterval Fit(
        IReadOnlyList<double> forecasts, IReadOnlyList<double> actual, double coverage)
    {
        ForecastScore.RequireCoverage(coverage, nameof(coverage));
        ForecastScore.RequireSame(forecasts, actual, nameof(forecasts));
        double[] errors = [.. forecasts.Zip(actual, (forecast, value) => Math.Abs(value - forecast)).Order()];
        if (errors.Any(error => !double.IsFinite(error)))
            throw new ArgumentException("A forecast or a value is not finite.", nameof(forecasts));
        int k = (int)Math.Ceiling((errors.Length + 1) * coverage - Rounding);
        if (k > errors.Length)
        {
            int least = (int)Math.Ceiling(coverage / (1 - coverage) - Rounding);
            throw new ArgumentException(
                FormattableString.Invariant(
                    $"{errors.Length} forecasts are too few for a coverage of {coverage}; expected at least {least}."),
                nameof(forecasts));
        }

        return new ConformalInterval(coverage, errors[k - 1]);
    }

    /// <summary>The interval around a forecast.</summary>
    public ForecastInterval Around(double forecast) => new(forecast - Radius, forecast + Radius);

    /// <summary>The interval around each forecast.</summary>
    public ForecastInterval[] Around(IReadOnlyList<double> forecasts)
    {
        ArgumentNullException.ThrowIfNull(forecasts);
        return [.. forecasts.Select(Around)];
    }
}

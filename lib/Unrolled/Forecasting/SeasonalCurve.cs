using MathNet.Numerics.LinearRegression;

namespace Unrolled;

/// <summary>
/// The average course of a season as a smooth curve: a mean and some harmonics of the season, fitted on the training
/// part by least squares.
/// <code>
/// \hat{x}_t = a_0 + \sum_{k=1}^{K} a_k \cos(2 \pi k t / s) + b_k \sin(2 \pi k t / s)
/// </code>
/// For weather its name is climatology. The season s need not be whole: 365.25 for days.
/// </summary>
public sealed class SeasonalCurve : IForecaster
{
    private readonly double[] coefficients;

    private SeasonalCurve(double season, double[] coefficients) =>
        (Season, this.coefficients) = (season, coefficients);

    /// <summary>s, the season's length in steps.</summary>
    public double Season { get; }

    /// <summary>K, the number of harmonics.</summary>
    public int Harmonics => coefficients.Length / 2;

    /// <inheritdoc/>
    public string Name => "time of the year";

    /// <inheritdoc/>
    public int Order => 0;

    /// <summary>Fits the curve on the training part, which begins at t = 0.</summary>
    /// <param name="train">The training part, oldest first, at least one season long.</param>
    /// <param name="season">s, the season's length in steps, at least 2.</param>
    /// <param name="harmonics">K, at least 1 and at most half the season.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The season or the number of harmonics is too small or too large, or the part is shorter than a season.
    /// </exception>
    /// <exception cref="ArgumentException">A value is not finite.</exception>
    public static SeasonalCurve Fit(IReadOnlyList<double> train, double season, int harmonics = 2)
    {
        ArgumentNullException.ThrowIfNull(train);
        if (!(season >= 2) || !double.IsFinite(season))
            throw OutOfRange(nameof(season), season, $"season is {season}; expected at least 2 steps.");
        if (harmonics < 1 || 2 * harmonics >= season)
        {
            throw OutOfRange(
                nameof(harmonics), harmonics,
                $"harmonics is {harmonics}; expected at least 1 and fewer than half the {season} steps of a season.");
        }

        if (train.Count < season)
            throw OutOfRange(nameof(train), train.Count, $"train has {train.Count} values; a season has {season}.");
        for (int t = 0; t < train.Count; t++)
        {
            if (!double.IsFinite(train[t]))
                throw new ArgumentException($"train[{t}] is {train[t]}; expected a finite number.", nameof(train));
        }

        double[][] waves = [.. Enumerable.Range(0, train.Count).Select(t => Waves(t, season, harmonics))];
        return new SeasonalCurve(season, MultipleRegression.QR(waves, [.. train], intercept: false));
    }

    /// <summary>The curve at a step.</summary>
    /// <param name="t">The step, counted from the first value of the training part.</param>
    public double At(int t)
    {
        double value = coefficients[0];
        for (int k = 1; k <= Harmonics; k++)
        {
            (double sin, double cos) = Math.SinCos(2 * Math.PI * k * t / Season);
            value += coefficients[2 * k - 1] * cos + coefficients[2 * k] * sin;
        }

        return value;
    }

    /// <summary>The curve at the step that follows the past.</summary>
    /// <param name="past">The whole series until then: it begins where the training part began.</param>
    public double Next(ReadOnlySpan<double> past) => At(past.Length);

    /// <summary>The anomalies of a series, xₜ − x̂ₜ: the rest of it without the curve.</summary>
    /// <param name="series">The whole series: it begins where the training part began.</param>
    public double[] Remove(IEnumerable<double> series)
    {
        ArgumentNullException.ThrowIfNull(series);
        return [.. series.Select((value, t) => value - At(t))];
    }

    private static double[] Waves(int t, double season, int harmonics) =>
    [
        1,
        .. Enumerable.Range(1, harmonics).Select(k => 2 * Math.PI * k * t / season)
            .SelectMany(angle => new[] { Math.Cos(angle), Math.Sin(angle) }),
    ];

    private static ArgumentOutOfRangeException OutOfRange(string name, object value, FormattableString problem) =>
        new(name, value, FormattableString.Invariant(problem));
}

/// <summary>
/// A curve of the season with another method's forecast of the anomalies: x̂ₜ = curve + method(past − curve).
/// </summary>
public sealed class AroundSeason : IForecaster
{
    private readonly SeasonalCurve curve;
    private readonly IForecaster ofRest;

    /// <summary>A forecaster of the two.</summary>
    /// <param name="curve">The curve, fitted on the training part.</param>
    /// <param name="ofRest">The method, fitted on <see cref="SeasonalCurve.Remove"/> of the training part.</param>
    public AroundSeason(SeasonalCurve curve, IForecaster ofRest)
    {
        ArgumentNullException.ThrowIfNull(curve);
        ArgumentNullException.ThrowIfNull(ofRest);
        (this.curve, this.ofRest) = (curve, ofRest);
    }

    /// <inheritdoc/>
    public string Name => $"{curve.Name} + {ofRest.Name}";

    /// <inheritdoc/>
    public int Order => ofRest.Order;

    /// <summary>The forecast of the value that follows the past.</summary>
    /// <param name="past">The whole series until then: it begins where the training part began.</param>
    /// <exception cref="ArgumentException">There are fewer values than the method needs.</exception>
    public double Next(ReadOnlySpan<double> past)
    {
        this.RequirePast(past);
        return curve.At(past.Length) + ofRest.Next(curve.Remove(past.ToArray()));
    }
}

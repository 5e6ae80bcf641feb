using MathNet.Numerics;

namespace Unrolled;

/// <summary>
/// The airline model, by which <see cref="Airline"/> became known (Box and Jenkins 1970, Time Series Analysis,
/// chapter 9): growth and season as in <see cref="SeasonalGrowth"/>, and a share of the newest errors taken back.
/// <code>
/// (1 - B)(1 - B^s) \ln x_t = (1 - \theta B)(1 - \Theta B^s) e_t,    B x_t = x_{t-1}
/// </code>
/// So ln x̂ₜ = ln xₜ₋₁ + ln xₜ₋ₛ − ln xₜ₋ₛ₋₁ − θeₜ₋₁ − Θeₜ₋ₛ + θΘeₜ₋ₛ₋₁, where e is the error of the logarithm, 0
/// before the first value that can be forecast. With θ = Θ = 0 it is <see cref="SeasonalGrowth"/>.
/// </summary>
public sealed class AirlineModel : IForecaster
{
    private readonly int season;

    /// <summary>The model with these shares.</summary>
    /// <param name="season">The season's length s in steps: 12 for months.</param>
    /// <param name="theta">θ, above −1 and below 1.</param>
    /// <param name="seasonalTheta">Θ, above −1 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The season is below 1, or a share is not above −1 and below 1.
    /// </exception>
    public AirlineModel(int season, double theta, double seasonalTheta)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(season);
        (this.season, Theta, SeasonalTheta) =
            (season, RequireShare(theta, nameof(theta)), RequireShare(seasonalTheta, nameof(seasonalTheta)));
    }

    /// <summary>θ, the share of the last step's error that is taken back.</summary>
    public double Theta { get; }

    /// <summary>Θ, the share of the error of a season ago that is taken back.</summary>
    public double SeasonalTheta { get; }

    /// <inheritdoc/>
    public string Name => $"airline model ({season})";

    /// <inheritdoc/>
    /// <remarks>It reads the whole past that it is given, because each error depends on those before it.</remarks>
    public int Order => season + 1;

    /// <summary>Fits the shares: they make Σe² of the training part least, with e = 0 before it.</summary>
    /// <param name="train">The training part, oldest first; all values positive.</param>
    /// <param name="season">The season's length s in steps: 12 for months.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The season is below 1, or the part has fewer than three seasons.
    /// </exception>
    /// <exception cref="ArgumentException">A value is not a positive finite number.</exception>
    public static AirlineModel Fit(IReadOnlyList<double> train, int season)
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(season);
        if (train.Count < 3 * season)
        {
            throw new ArgumentOutOfRangeException(
                nameof(season), $"A season of {season} needs at least {3 * season} values, found {train.Count}.");
        }

        double[] logs = LogDifferences.Logarithms([.. train], nameof(train));
        // tanh keeps the shares between −1 and 1 wherever the search goes.
        (double theta, double seasonalTheta) = FindMinimum.OfFunction(
            (a, b) => Errors(logs, season, Math.Tanh(a), Math.Tanh(b)).Sum(error => error * error), .4, .6);
        return new AirlineModel(season, Math.Tanh(theta), Math.Tanh(seasonalTheta));
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There are fewer values, or one is not a positive finite number.</exception>
    public double Next(ReadOnlySpan<double> past)
    {
        this.RequirePast(past);
        double[] logs = LogDifferences.Logarithms(past, nameof(past));
        double[] errors = Errors(logs, season, Theta, SeasonalTheta);
        return Math.Exp(Forecast(logs, errors, logs.Length, season, Theta, SeasonalTheta));
    }

    // e of every step; 0 at the first s + 1, which cannot be forecast.
    private static double[] Errors(double[] logs, int season, double theta, double seasonalTheta)
    {
        var errors = new double[logs.Length];
        for (int t = season + 1; t < logs.Length; t++)
            errors[t] = logs[t] - Forecast(logs, errors, t, season, theta, seasonalTheta);
        return errors;
    }

    private static double Forecast(
        double[] logs, double[] errors, int t, int season, double theta, double seasonalTheta) =>
        logs[t - 1] + logs[t - season] - logs[t - season - 1]
            - theta * errors[t - 1] - seasonalTheta * errors[t - season]
            + theta * seasonalTheta * errors[t - season - 1];

    private static double RequireShare(double share, string name) =>
        Math.Abs(share) < 1
            ? share
            : throw new ArgumentOutOfRangeException(
                name, share, FormattableString.Invariant($"{name} is {share}; expected above −1 and below 1."));
}

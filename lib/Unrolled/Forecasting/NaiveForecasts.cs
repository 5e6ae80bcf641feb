using MathNet.Numerics.Statistics;

namespace Unrolled;

/// <summary>Every day is the training part's mean: x̂ₜ = mean.</summary>
public sealed class MeanForecast : IForecaster
{
    private MeanForecast(double mean) => Mean = mean;

    /// <summary>The mean of the training part.</summary>
    public double Mean { get; }

    /// <inheritdoc/>
    public string Name => "mean";

    /// <inheritdoc/>
    public int Order => 0;

    /// <summary>Takes the mean of the training part.</summary>
    /// <exception cref="ArgumentException">The part is empty.</exception>
    public static MeanForecast Fit(IReadOnlyList<double> train) =>
        train.Count > 0
            ? new MeanForecast(train.Mean())
            : throw new ArgumentException("The training part is empty.", nameof(train));

    /// <inheritdoc/>
    public double Next(ReadOnlySpan<double> past) => Mean;
}

/// <summary>Tomorrow is as today: x̂ₜ = xₜ₋₁.</summary>
public sealed class Persistence : IForecaster
{
    /// <inheritdoc/>
    public string Name => "persistence";

    /// <inheritdoc/>
    public int Order => 1;

    /// <inheritdoc/>
    public double Next(ReadOnlySpan<double> past)
    {
        this.RequirePast(past);
        return past[^1];
    }
}

/// <summary>This January is as the last one: x̂ₜ = xₜ₋ₛ, where s is the season's length.</summary>
public sealed class SeasonalNaive : IForecaster
{
    /// <summary>A forecaster with this season.</summary>
    /// <param name="season">The season's length s in steps: 12 for months.</param>
    /// <exception cref="ArgumentOutOfRangeException">The season is below 1.</exception>
    public SeasonalNaive(int season)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(season);
        Order = season;
    }

    /// <inheritdoc/>
    public string Name => $"seasonal naive ({Order})";

    /// <inheritdoc/>
    public int Order { get; }

    /// <inheritdoc/>
    public double Next(ReadOnlySpan<double> past)
    {
        this.RequirePast(past);
        return past[^Order];
    }
}

/// <summary>
/// Last year's step from this month to the next, taken as a factor: x̂ₜ = xₜ₋₁ · xₜ₋ₛ / xₜ₋ₛ₋₁.
/// For series of positive values with a season and growth, such as <see cref="Airline"/>.
/// </summary>
public sealed class SeasonalGrowth : IForecaster
{
    private readonly int season;

    /// <summary>A forecaster with this season.</summary>
    /// <param name="season">The season's length s in steps: 12 for months.</param>
    /// <exception cref="ArgumentOutOfRangeException">The season is below 1.</exception>
    public SeasonalGrowth(int season)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(season);
        this.season = season;
    }

    /// <inheritdoc/>
    public string Name => $"seasonal × growth ({season})";

    /// <inheritdoc/>
    public int Order => season + 1;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">
    /// There are fewer values, or the one that divides, of a season and a step ago, is not positive.
    /// </exception>
    public double Next(ReadOnlySpan<double> past)
    {
        this.RequirePast(past);
        double divisor = past[^(season + 1)];
        return divisor > 0
            ? past[^1] * past[^season] / divisor
            : throw new ArgumentException(
                $"The value {season + 1} steps ago is {divisor}; {Name} divides by it and expects a positive one.",
                nameof(past));
    }
}

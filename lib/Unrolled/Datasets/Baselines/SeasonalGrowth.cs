namespace Unrolled.Datasets.Baselines;

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
    public double Next(ReadOnlySpan<double> past) => past[^1] * past[^season] / past[^(season + 1)];
}

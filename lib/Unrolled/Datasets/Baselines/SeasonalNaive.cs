namespace Unrolled.Datasets.Baselines;

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
    public double Next(ReadOnlySpan<double> past) => past[^Order];
}

namespace Unrolled.Datasets.Baselines;

/// <summary>Tomorrow is as today: x̂ₜ = xₜ₋₁.</summary>
public sealed class Persistence : IForecaster
{
    /// <inheritdoc/>
    public string Name => "persistence";

    /// <inheritdoc/>
    public int Order => 1;

    /// <inheritdoc/>
    public double Next(ReadOnlySpan<double> past) => past[^1];
}

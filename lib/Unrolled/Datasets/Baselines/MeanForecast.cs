using MathNet.Numerics.Statistics;

namespace Unrolled.Datasets.Baselines;

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
        train.Count > 0 ? new MeanForecast(train.Mean()) : throw new ArgumentException("The training part is empty.", nameof(train));

    /// <inheritdoc/>
    public double Next(ReadOnlySpan<double> past) => Mean;
}

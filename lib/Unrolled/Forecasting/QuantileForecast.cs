namespace Unrolled;

/// <summary>
/// A network that forecasts quantiles of the next value, an output for each level, trained by the pinball loss. Outputs
/// are learned one by one and can cross; they are put in order (Chernozhukov, Fernández-Val and Galichon 2010, Quantile
/// and Probability Curves Without Crossing), which makes none of them worse on the whole.
/// </summary>
public sealed class QuantileForecast
{
    private readonly WindowNetwork network;

    /// <summary>A forecaster by a trained network.</summary>
    /// <param name="model">The model, which reads one feature and has an output for each level.</param>
    /// <param name="levels">The levels τ that it was trained on, rising, between 0 and 1.</param>
    /// <param name="window">The number of values that it reads, as many as in training.</param>
    /// <param name="standardizer">
    /// The standardizer of its inputs, fitted on the training part, whose inverse brings its outputs back into the
    /// series' unit; none if null.
    /// </param>
    /// <exception cref="ArgumentException">
    /// The model reads or gives anything else, or the levels do not rise.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The window is not positive.</exception>
    public QuantileForecast(
        SequenceModel model, IReadOnlyList<double> levels, int window, Standardizer? standardizer = null)
    {
        Levels = TrainingCheck.RequireLevels(levels, nameof(levels));
        network = new WindowNetwork(model, Levels.Count, window, standardizer);
    }

    /// <summary>The levels τ, rising: .5 for the median.</summary>
    public IReadOnlyList<double> Levels { get; }

    /// <summary>The number of past values that it needs.</summary>
    public int Order => network.Window;

    /// <summary>The quantiles of the value that follows the past, one for each level, rising.</summary>
    /// <param name="past">The values known, oldest first; at least <see cref="Order"/> of them.</param>
    /// <exception cref="ArgumentException">The past is shorter than the window.</exception>
    public double[] Next(ReadOnlySpan<double> past) => [.. network.Read(past).Order()];

    /// <summary>
    /// The quantiles of each value from index <paramref name="from"/> to the series' end, from the true values before
    /// it, [value][level].
    /// </summary>
    /// <param name="series">The whole series, oldest first.</param>
    /// <param name="from">The first index to be forecast.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// There is too little past before that index, or nothing after it.
    /// </exception>
    public double[][] Of(IReadOnlyList<double> series, int from)
    {
        ArgumentNullException.ThrowIfNull(series);
        if (from < Order || from >= series.Count)
        {
            throw new ArgumentOutOfRangeException(
                nameof(from), from, $"from is {from}; expected {Order} to {series.Count - 1}.");
        }

        double[] values = [.. series];
        return [.. Enumerable.Range(from, values.Length - from).Select(t => Next(values.AsSpan(0, t)))];
    }

    /// <summary>The interval between the lowest and the highest level of each of <see cref="Of"/>.</summary>
    /// <inheritdoc cref="Of"/>
    public ForecastInterval[] Intervals(IReadOnlyList<double> series, int from) =>
        [.. Of(series, from).Select(quantiles => new ForecastInterval(quantiles[0], quantiles[^1]))];
}

namespace Unrolled;

/// <summary>A trained network as a forecaster, beside the baselines: it reads the last values of a series.</summary>
public sealed class NetworkForecast : IForecaster
{
    private readonly WindowNetwork network;

    /// <summary>A forecaster by a trained network.</summary>
    /// <param name="name">The name to show, such as "GRU".</param>
    /// <param name="model">The model, which reads one feature and has one output.</param>
    /// <param name="window">The number of values that it reads, as many as in training.</param>
    /// <param name="standardizer">
    /// The standardizer of its inputs, fitted on the training part, whose inverse brings its output back into the
    /// series' unit; none if null.
    /// </param>
    /// <exception cref="ArgumentException">The model reads or gives anything else.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The window is not positive.</exception>
    public NetworkForecast(string name, SequenceModel model, int window, Standardizer? standardizer = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        (Name, network) = (name, new WindowNetwork(model, outputs: 1, window, standardizer));
    }

    /// <summary>
    /// Trains a network on one part of a series: standardized by this part, Adam at the given rate, batches of 32
    /// windows, the gradient clipped at norm 1.
    /// </summary>
    /// <param name="name">The name to show, such as "GRU".</param>
    /// <param name="layer">Makes the layer with its first weights; it reads one feature.</param>
    /// <param name="train">The training part, oldest first.</param>
    /// <param name="window">The number of values that the network reads.</param>
    /// <param name="steps">The number of updates.</param>
    /// <param name="seed">The seed of the weights and of the batches.</param>
    /// <param name="rate">Adam's learning rate.</param>
    /// <exception cref="ArgumentException">
    /// The part is constant or not finite, or the layer reads anything else.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The part is too short for the window.</exception>
    /// <exception cref="NonFiniteException">A loss or gradient is NaN or infinite.</exception>
    public static NetworkForecast Fit(
        string name, Func<Random, RecurrentLayer> layer, IReadOnlyList<double> train, int window, int steps, int seed,
        double rate = .003)
    {
        ArgumentNullException.ThrowIfNull(layer);
        Standardizer standardizer = Standardizer.FitMeanAndDeviation(train);
        Xoshiro256 random = new(seed);
        SequenceModel model = new(layer(random), 1, OutputAt.LastStep, random);
        model.Fit(
            SlidingWindow.Over(standardizer.Transform(train), window), new Adam(rate), steps, batch: 32, clipNorm: 1,
            random);
        return new NetworkForecast(name, model, window, standardizer);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public int Order => network.Window;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The past is shorter than the window.</exception>
    public double Next(ReadOnlySpan<double> past) => network.Read(past)[0];
}

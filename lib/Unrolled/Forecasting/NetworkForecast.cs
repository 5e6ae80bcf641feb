namespace Unrolled;

/// <summary>A trained network as a forecaster, beside the baselines: it reads the last values of a series.</summary>
public sealed class NetworkForecast : IForecaster
{
    private const string WindowName = "window";
    private const string ShiftName = "standardizer.shift";
    private const string ScaleName = "standardizer.scale";

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

    /// <summary>
    /// A forecaster from a file that <see cref="Save"/> has written: the weights are useless without the standardizer
    /// of their inputs, and so it is in the same file.
    /// </summary>
    /// <param name="name">The name to show.</param>
    /// <param name="model">A model of the same sizes, whose weights are replaced.</param>
    /// <param name="path">The file, in the safetensors format.</param>
    /// <exception cref="SafetensorsException">
    /// The file cannot be read, or a tensor is missing or has another shape.
    /// </exception>
    public static NetworkForecast Load(string name, SequenceModel model, string path)
    {
        ArgumentNullException.ThrowIfNull(model);
        SafetensorsFile file = SafetensorsFile.Load(path);
        long window = file.Require(WindowName, [1]).ToInt64s()[0];
        Standardizer standardizer = Standardizer.Of(
            file.Require(ShiftName, [1]).ToDoubles()[0], file.Require(ScaleName, [1]).ToDoubles()[0]);
        model.Parameters.Load(file);
        return new NetworkForecast(name, model, checked((int)window), standardizer);
    }

    /// <summary>
    /// Writes the weights, the window and the standardizer to a file in the safetensors format. The weights have the
    /// names of torch.nn.
    /// </summary>
    /// <param name="path">The file; it is replaced.</param>
    /// <exception cref="IOException">The file could not be written; an older one is left as it was.</exception>
    public void Save(string path) => new SafetensorsFile(
    [
        .. network.Model.Parameters.ToTensors(),
        NamedTensor.Create(WindowName, [1], new long[] { Order }),
        NamedTensor.Create(ShiftName, [1], new[] { network.Standardizer?.Shift ?? 0 }),
        NamedTensor.Create(ScaleName, [1], new[] { network.Standardizer?.Scale ?? 1 }),
    ]).Save(path);

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public int Order => network.Window;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The past is shorter than the window.</exception>
    public double Next(ReadOnlySpan<double> past) => network.Read(past)[0];
}

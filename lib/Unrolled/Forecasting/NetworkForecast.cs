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

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public int Order => network.Window;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The past is shorter than the window.</exception>
    public double Next(ReadOnlySpan<double> past) => network.Read(past)[0];
}

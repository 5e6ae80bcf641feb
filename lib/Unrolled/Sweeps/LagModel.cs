namespace Unrolled;

/// <summary>
/// A recurrent layer and how it begins, which may depend on the T of the task. Those named here have 16 units, but for
/// one.
/// </summary>
public sealed class LagModel
{
    private const int Units = 16;

    private readonly Func<int, int, Random, RecurrentLayer> layer;

    /// <summary>A model of one's own.</summary>
    /// <param name="name">The name in tables and files, without a comma, a quote or a line's end.</param>
    /// <param name="layer">The layer with its first weights, of the features of x, the task's T and the source.</param>
    /// <exception cref="ArgumentException">The name is empty or does not fit into a line of a file.</exception>
    public LagModel(string name, Func<int, int, Random, RecurrentLayer> layer)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(layer);
        if (name.AsSpan().ContainsAny(",\"\r\n"))
        {
            throw new ArgumentException(
                $"name is \"{name}\"; expected one without a comma, a quote or a line's end.", nameof(name));
        }

        (Name, this.layer) = (name, layer);
    }

    /// <summary>A tanh network with torch's first weights, U(±1/√H).</summary>
    public static LagModel Rnn { get; } = new("RNN", (inputs, _, random) => new Rnn(inputs, Units, random));

    /// <summary>A tanh network whose recurrent matrix begins orthogonal.</summary>
    public static LagModel RnnOrthogonal { get; } = new(
        "RNN orthogonal", (inputs, _, random) => Orthogonal(inputs, Units, random));

    /// <summary>The same with 36 units, and so with about as many parameters as an LSTM with 16.</summary>
    public static LagModel RnnOrthogonal36 { get; } = new(
        "RNN orthogonal 36", (inputs, _, random) => Orthogonal(inputs, 36, random));

    /// <summary>
    /// A ReLU network whose recurrent matrix begins as the identity, with biases 0 (Le, Jaitly and Hinton 2015).
    /// </summary>
    public static LagModel RnnIdentity { get; } = new("RNN identity ReLU", Identity);

    /// <summary>An LSTM whose forget gate begins with the bias 0.</summary>
    public static LagModel Lstm0 { get; } = new("LSTM bias 0", (inputs, _, random) => Lstm(inputs, 0, random));

    /// <summary>An LSTM whose forget gate begins with the bias 1.</summary>
    public static LagModel Lstm1 { get; } = new("LSTM bias 1", (inputs, _, random) => Lstm(inputs, 1, random));

    /// <summary>An LSTM whose forget gate begins with the bias ln T.</summary>
    public static LagModel LstmLogT { get; } = new(
        "LSTM bias ln T", (inputs, T, random) => Lstm(inputs, Math.Log(T), random));

    /// <summary>The same, whose input gate begins with the bias −ln T besides.</summary>
    public static LagModel LstmBothLogT { get; } = new(
        "LSTM bias ±ln T",
        (inputs, T, random) => Initialize.GateBias(Lstm(inputs, Math.Log(T), random), "i", -Math.Log(T)));

    /// <summary>An LSTM whose two biases are spread over all lags up to T (Tallec and Ollivier 2018).</summary>
    public static LagModel LstmChrono { get; } = new(
        "LSTM chrono", (inputs, T, random) => Initialize.Chrono(new Lstm(inputs, Units, random), T, random));

    /// <summary>A GRU with torch's first weights.</summary>
    public static LagModel Gru { get; } = new("GRU", (inputs, _, random) => new Gru(inputs, Units, random));

    /// <summary>A GRU whose update gate, which keeps, begins with the bias ln T.</summary>
    public static LagModel GruLogT { get; } = new(
        "GRU bias ln T",
        (inputs, T, random) => Initialize.KeepBias(new Gru(inputs, Units, random), Math.Log(T)));

    /// <summary>All models.</summary>
    public static IReadOnlyList<LagModel> All { get; } =
    [
        Rnn, RnnOrthogonal, RnnOrthogonal36, RnnIdentity, Lstm0, Lstm1, LstmLogT, LstmBothLogT, LstmChrono, Gru,
        GruLogT,
    ];

    /// <summary>The name in tables and files.</summary>
    public string Name { get; }

    /// <summary>The model of that name.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="ArgumentException">There is no such model.</exception>
    public static LagModel Named(string name) =>
        All.FirstOrDefault(model => model.Name == name) ?? throw new ArgumentException(
            $"There is no model \"{name}\"; there are {string.Join(", ", All.Select(model => model.Name))}.",
            nameof(name));

    /// <summary>The layer with its first weights.</summary>
    /// <param name="inputSize">The features of x.</param>
    /// <param name="T">The T of the task, at least 1.</param>
    /// <param name="random">The seeded source.</param>
    public RecurrentLayer Layer(int inputSize, int T, Random random) => layer(inputSize, T, random);

    private static Rnn Orthogonal(int inputs, int units, Random random) =>
        Initialize.Orthogonal(new Rnn(inputs, units, random), random);

    private static Rnn Identity(int inputs, int T, Random random)
    {
        Rnn layer = Initialize.Identity(new Rnn(inputs, Units, random, Activation.Relu));
        foreach (Parameter bias in layer.Parameters.Where(
            parameter => parameter.Name.StartsWith("bias", StringComparison.Ordinal)))
            bias.Value.Clear();
        layer.Parameters.MarkChanged();
        return layer;
    }

    private static Lstm Lstm(int inputs, double bias, Random random) =>
        Initialize.KeepBias(new Lstm(inputs, Units, random), bias);
}

namespace Unrolled;

/// <summary>A recurrent layer and how it begins, which may depend on the T of the task.</summary>
public sealed class LagModel
{
    private readonly Func<int, int, int, Random, RecurrentLayer> create;

    private LagModel(string name, Func<int, int, int, Random, RecurrentLayer> create, int units = 16)
    {
        (Name, this.create, Units) = (name, create, units);
    }

    /// <summary>A tanh network with torch's first weights, U(±1/√H).</summary>
    public static LagModel Rnn { get; } = new("RNN", (inputs, H, _, random) => new Rnn(inputs, H, random));

    /// <summary>A tanh network whose recurrent matrix begins orthogonal.</summary>
    public static LagModel RnnOrthogonal { get; } = new("RNN orthogonal", Orthogonal);

    /// <summary>The same with 36 units, and so with about as many parameters as an LSTM with 16.</summary>
    public static LagModel RnnOrthogonal36 { get; } = new("RNN orthogonal 36", Orthogonal, units: 36);

    /// <summary>
    /// A ReLU network whose recurrent matrix begins as the identity, with biases 0 (Le, Jaitly and Hinton 2015).
    /// </summary>
    public static LagModel RnnIdentity { get; } = new("RNN identity ReLU", Identity);

    /// <summary>An LSTM whose forget gate begins with the bias 0.</summary>
    public static LagModel Lstm0 { get; } = new("LSTM bias 0", (inputs, H, _, random) => Lstm(inputs, H, 0, random));

    /// <summary>An LSTM whose forget gate begins with the bias 1.</summary>
    public static LagModel Lstm1 { get; } = new("LSTM bias 1", (inputs, H, _, random) => Lstm(inputs, H, 1, random));

    /// <summary>An LSTM whose forget gate begins with the bias ln T.</summary>
    public static LagModel LstmLogT { get; } = new(
        "LSTM bias ln T", (inputs, H, T, random) => Lstm(inputs, H, Math.Log(T), random));

    /// <summary>The same, whose input gate begins with the bias −ln T besides.</summary>
    public static LagModel LstmBothLogT { get; } = new(
        "LSTM bias ±ln T",
        (inputs, H, T, random) => Initialize.GateBias(Lstm(inputs, H, Math.Log(T), random), "i", -Math.Log(T)));

    /// <summary>An LSTM whose two biases are spread over all lags up to T (Tallec and Ollivier 2018).</summary>
    public static LagModel LstmChrono { get; } = new(
        "LSTM chrono", (inputs, H, T, random) => Initialize.Chrono(new Lstm(inputs, H, random), T, random));

    /// <summary>A GRU with torch's first weights.</summary>
    public static LagModel Gru { get; } = new("GRU", (inputs, H, _, random) => new Gru(inputs, H, random));

    /// <summary>A GRU whose update gate, which keeps, begins with the bias ln T.</summary>
    public static LagModel GruLogT { get; } = new(
        "GRU bias ln T",
        (inputs, H, T, random) => Initialize.KeepBias(new Gru(inputs, H, random), Math.Log(T)));

    /// <summary>All models.</summary>
    public static IReadOnlyList<LagModel> All { get; } =
        [Rnn, RnnOrthogonal, RnnOrthogonal36, RnnIdentity, Lstm0, Lstm1, LstmLogT, LstmBothLogT, LstmChrono, Gru, GruLogT];

    /// <summary>The name in tables and files.</summary>
    public string Name { get; }

    /// <summary>H, the number of hidden units.</summary>
    public int Units { get; }

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
    public RecurrentLayer Layer(int inputSize, int T, Random random) => create(inputSize, Units, T, random);

    private static Rnn Orthogonal(int inputs, int H, int T, Random random) =>
        Initialize.Orthogonal(new Rnn(inputs, H, random), random);

    private static Rnn Identity(int inputs, int H, int T, Random random)
    {
        Rnn layer = Initialize.Identity(new Rnn(inputs, H, random, Activation.Relu));
        foreach (Parameter bias in layer.Parameters.Where(
            parameter => parameter.Name.StartsWith("bias", StringComparison.Ordinal)))
            bias.Value.Clear();
        layer.Parameters.MarkChanged();
        return layer;
    }

    private static Lstm Lstm(int inputs, int H, double bias, Random random) =>
        Initialize.KeepBias(new Lstm(inputs, H, random), bias);
}

namespace Unrolled;

/// <summary>
/// torch.nn.LSTM, with the blocks of rows i, f, g, o, and its two relatives: without a forget gate the blocks are
/// i, g, o; with peepholes there is one more parameter, weight_peephole, whose blocks are i, f, o.
/// </summary>
/// <param name="inputSize">The features of x.</param>
/// <param name="hiddenSize">The units of one layer in one direction.</param>
/// <param name="kind">Which gates it has, and what they see.</param>
/// <param name="layers">The number of layers.</param>
/// <param name="bidirectional">Whether every layer reads backwards too.</param>
/// <param name="dropout">The share of the outputs silenced between two layers while learning.</param>
public sealed class Lstm(
    int inputSize,
    int hiddenSize,
    LstmKind kind = LstmKind.Standard,
    int layers = 1,
    bool bidirectional = false,
    float dropout = 0)
    : RecurrentLayer(
        inputSize, hiddenSize, layers, bidirectional, dropout, (size, suffix) => CreateCell(kind, size, hiddenSize, suffix))
{
    /// <summary>Which gates it has, and what they see.</summary>
    public LstmKind Kind { get; } = kind;

    private static RecurrentCell CreateCell(LstmKind kind, int inputSize, int hiddenSize, string suffix) => kind switch
    {
        LstmKind.Standard => new LstmRecurrence(inputSize, hiddenSize, suffix),
        LstmKind.WithoutForgetGate => new Lstm1997Recurrence(inputSize, hiddenSize, suffix),
        LstmKind.Peephole => new PeepholeLstmRecurrence(inputSize, hiddenSize, suffix),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, $"kind is {kind}; expected a {nameof(LstmKind)}."),
    };
}

/// <summary>Which of its gates an <see cref="Lstm"/> has, and what they see.</summary>
public enum LstmKind
{
    /// <summary>Input, forget and output gate: Gers, Schmidhuber and Cummins 2000, and torch.nn.LSTM.</summary>
    Standard,

    /// <summary>No forget gate, c(t) = c(t−1) + i ⊙ g: Hochreiter and Schmidhuber 1997.</summary>
    WithoutForgetGate,

    /// <summary>The gates see the cell: Gers, Schraudolph and Schmidhuber 2002.</summary>
    Peephole,
}

namespace Unrolled;

/// <summary>
/// torch.nn.LSTM, with the blocks of rows i, f, g, o, and its two relatives: without a forget gate the blocks are
/// i, g, o; with peepholes there is one more parameter, weight_peephole, whose blocks are i, f, o.
/// </summary>
public sealed class Lstm : RecurrentLayer
{
    /// <summary>A layer whose parameters are drawn from U[−1/√hidden, 1/√hidden), as in torch.</summary>
    /// <param name="inputSize">The features of x.</param>
    /// <param name="hiddenSize">The units of one layer in one direction.</param>
    /// <param name="random">The seeded source.</param>
    /// <param name="kind">The variant of its gates.</param>
    /// <param name="layers">The number of layers.</param>
    /// <param name="bidirectional">Whether every layer reads backwards too.</param>
    /// <param name="dropout">The share of the outputs dropped between two layers during training.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A size, a number of layers or the dropout is out of range.
    /// </exception>
    public Lstm(
        int inputSize,
        int hiddenSize,
        Random random,
        LstmKind kind = LstmKind.Standard,
        int layers = 1,
        bool bidirectional = false,
        float dropout = 0)
        : this(inputSize, hiddenSize, kind, layers, bidirectional, dropout) =>
        Parameters.DrawUniform(1 / Math.Sqrt(hiddenSize), random);

    private Lstm(int inputSize, int hiddenSize, LstmKind kind, int layers, bool bidirectional, float dropout)
        : base(
            inputSize, hiddenSize, layers, bidirectional, dropout,
            (size, suffix) => CreateCell(kind, size, hiddenSize, suffix)) =>
        Kind = kind;

    /// <summary>A layer whose parameters are all 0.</summary>
    /// <param name="inputSize">The features of x.</param>
    /// <param name="hiddenSize">The units of one layer in one direction.</param>
    /// <param name="kind">The variant of its gates.</param>
    /// <param name="layers">The number of layers.</param>
    /// <param name="bidirectional">Whether every layer reads backwards too.</param>
    /// <param name="dropout">The share of the outputs dropped between two layers during training.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A size, a number of layers or the dropout is out of range.
    /// </exception>
    public static Lstm Zeros(
        int inputSize,
        int hiddenSize,
        LstmKind kind = LstmKind.Standard,
        int layers = 1,
        bool bidirectional = false,
        float dropout = 0) =>
        new(inputSize, hiddenSize, kind, layers, bidirectional, dropout);

    /// <summary>The variant of its gates.</summary>
    public LstmKind Kind { get; }

    /// <summary>The equations of one layer and direction, with a copy of its parameters in double precision.</summary>
    /// <param name="layer">The layer's number, from 0.</param>
    /// <param name="reverse">Whether it is the direction that reads backwards.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such layer.</exception>
    /// <exception cref="ArgumentException">The layer does not read backwards.</exception>
    /// <exception cref="InvalidOperationException">The layer is not of <see cref="LstmKind.Standard"/>.</exception>
    public LstmCell ToCell(int layer = 0, bool reverse = false)
    {
        RequireKind(LstmKind.Standard);
        return CellConversion.ToCell(this, LstmCell.Zeros(CellInputSize(layer), HiddenSize), layer, reverse);
    }

    /// <summary><see cref="ToCell"/> for a layer of <see cref="LstmKind.WithoutForgetGate"/>.</summary>
    /// <inheritdoc cref="ToCell"/>
    /// <exception cref="InvalidOperationException">The layer is of another kind.</exception>
    public Lstm1997Cell ToLstm1997Cell(int layer = 0, bool reverse = false)
    {
        RequireKind(LstmKind.WithoutForgetGate);
        return CellConversion.ToCell(this, Lstm1997Cell.Zeros(CellInputSize(layer), HiddenSize), layer, reverse);
    }

    /// <summary><see cref="ToCell"/> for a layer of <see cref="LstmKind.Peephole"/>.</summary>
    /// <inheritdoc cref="ToCell"/>
    /// <exception cref="InvalidOperationException">The layer is of another kind.</exception>
    public PeepholeLstmCell ToPeepholeCell(int layer = 0, bool reverse = false)
    {
        RequireKind(LstmKind.Peephole);
        return CellConversion.ToCell(this, PeepholeLstmCell.Zeros(CellInputSize(layer), HiddenSize), layer, reverse);
    }

    internal override ICell CellOf(int layer, bool reverse) => Kind switch
    {
        LstmKind.Standard => ToCell(layer, reverse),
        LstmKind.WithoutForgetGate => ToLstm1997Cell(layer, reverse),
        _ => ToPeepholeCell(layer, reverse),
    };

    private protected override bool Holds(ICell cell) => Kind switch
    {
        LstmKind.Standard => cell is LstmCell,
        LstmKind.WithoutForgetGate => cell is Lstm1997Cell,
        _ => cell is PeepholeLstmCell,
    };

    private void RequireKind(LstmKind expected)
    {
        if (Kind == expected)
            return;
        string method = Kind switch
        {
            LstmKind.Standard => nameof(ToCell),
            LstmKind.WithoutForgetGate => nameof(ToLstm1997Cell),
            _ => nameof(ToPeepholeCell),
        };
        throw new InvalidOperationException($"The layer is of kind {Kind}, not {expected}; {method} gives its cell.");
    }

    private static RecurrentCell CreateCell(LstmKind kind, int inputSize, int hiddenSize, string suffix) => kind switch
    {
        LstmKind.Standard => new LstmRecurrence(inputSize, hiddenSize, suffix),
        LstmKind.WithoutForgetGate => new Lstm1997Recurrence(inputSize, hiddenSize, suffix),
        LstmKind.Peephole => new PeepholeLstmRecurrence(inputSize, hiddenSize, suffix),
        _ => throw new ArgumentOutOfRangeException(
            nameof(kind), kind, $"kind is {kind}; expected a {nameof(LstmKind)}."),
    };
}

/// <summary>The variant of the gates of an <see cref="Lstm"/>.</summary>
public enum LstmKind
{
    /// <summary>Input, forget and output gate: Gers, Schmidhuber and Cummins 2000, and torch.nn.LSTM.</summary>
    Standard,

    /// <summary>No forget gate, c(t) = c(t−1) + i ⊙ g: Hochreiter and Schmidhuber 1997.</summary>
    WithoutForgetGate,

    /// <summary>The gates read the cell: Gers, Schraudolph and Schmidhuber 2002.</summary>
    Peephole,
}

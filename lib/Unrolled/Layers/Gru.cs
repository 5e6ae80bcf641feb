
namespace Unrolled;

/// <summary>
/// torch.nn.GRU, with the blocks of rows r, z, n and h(t) = (1 − z) ⊙ n + z ⊙ h(t−1): z keeps the old state. Weights of
/// the other convention, in which z takes the candidate, become these when those of z are negated.
/// </summary>
public sealed class Gru : RecurrentLayer
{
    /// <summary>A layer whose parameters are drawn from U[−1/√hidden, 1/√hidden), as in torch.</summary>
    /// <param name="inputSize">The features of x.</param>
    /// <param name="hiddenSize">The units of one layer in one direction.</param>
    /// <param name="random">The seeded source.</param>
    /// <param name="resetPlacement">The place of the reset gate; torch's when not given.</param>
    /// <param name="layers">The number of layers.</param>
    /// <param name="bidirectional">Whether every layer reads backwards too.</param>
    /// <param name="dropout">The share of the outputs dropped between two layers during training.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A size, a number of layers or the dropout is out of range.
    /// </exception>
    public Gru(
        int inputSize,
        int hiddenSize,
        Random random,
        ResetPlacement resetPlacement = ResetPlacement.AfterProduct,
        int layers = 1,
        bool bidirectional = false,
        float dropout = 0)
        : this(inputSize, hiddenSize, resetPlacement, layers, bidirectional, dropout) =>
        Parameters.DrawUniform(1 / Math.Sqrt(hiddenSize), random);

    private Gru(
        int inputSize, int hiddenSize, ResetPlacement resetPlacement, int layers, bool bidirectional, float dropout)
        : base(
            inputSize, hiddenSize, layers, bidirectional, dropout,
            (size, suffix) => CreateCell(resetPlacement, size, hiddenSize, suffix)) =>
        ResetPlacement = resetPlacement;

    /// <summary>A layer whose parameters are all 0.</summary>
    /// <param name="inputSize">The features of x.</param>
    /// <param name="hiddenSize">The units of one layer in one direction.</param>
    /// <param name="resetPlacement">The place of the reset gate; torch's when not given.</param>
    /// <param name="layers">The number of layers.</param>
    /// <param name="bidirectional">Whether every layer reads backwards too.</param>
    /// <param name="dropout">The share of the outputs dropped between two layers during training.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A size, a number of layers or the dropout is out of range.
    /// </exception>
    public static Gru Zeros(
        int inputSize,
        int hiddenSize,
        ResetPlacement resetPlacement = ResetPlacement.AfterProduct,
        int layers = 1,
        bool bidirectional = false,
        float dropout = 0) =>
        new(inputSize, hiddenSize, resetPlacement, layers, bidirectional, dropout);

    /// <summary>The place of the reset gate.</summary>
    public ResetPlacement ResetPlacement { get; }

    /// <summary>The equations of one layer and direction, with a copy of its parameters in double precision.</summary>
    /// <param name="layer">The layer's number, from 0.</param>
    /// <param name="reverse">Whether it is the direction that reads backwards.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such layer.</exception>
    /// <exception cref="ArgumentException">The layer does not read backwards.</exception>
    public GruCell ToCell(int layer = 0, bool reverse = false) =>
        CellConversion.ToCell(this, GruCell.Zeros(CellInputSize(layer), HiddenSize, ResetPlacement), layer, reverse);

    // z keeps the old state in the layer; a cell of the other convention has its update gate negated first.
    private protected override bool Holds(ICell cell) => cell is GruCell gru
        && gru.ResetPlacement == ResetPlacement && gru.UpdateConvention == UpdateConvention.KeepsOldState;

    private static RecurrentCell CreateCell(
        ResetPlacement resetPlacement, int inputSize, int hiddenSize, string suffix) =>
        LayerCheck.RequireDefined(resetPlacement, nameof(resetPlacement)) == ResetPlacement.AfterProduct
            ? new GruResetAfterRecurrence(inputSize, hiddenSize, suffix)
            : new GruResetBeforeRecurrence(inputSize, hiddenSize, suffix);
}


namespace Unrolled;

/// <summary>
/// torch.nn.GRU, with the blocks of rows r, z, n and h(t) = (1 − z) ⊙ n + z ⊙ h(t−1): z keeps the old state. Weights of
/// the other convention, in which z takes the candidate, become these when those of z are negated.
/// </summary>
/// <param name="inputSize">The features of x.</param>
/// <param name="hiddenSize">The units of one layer in one direction.</param>
/// <param name="resetPlacement">Where the reset gate stands; torch's place when not given.</param>
/// <param name="layers">The number of layers.</param>
/// <param name="bidirectional">Whether every layer reads backwards too.</param>
/// <param name="dropout">The share of the outputs silenced between two layers while learning.</param>
public sealed class Gru(
    int inputSize,
    int hiddenSize,
    ResetPlacement resetPlacement = ResetPlacement.AfterProduct,
    int layers = 1,
    bool bidirectional = false,
    float dropout = 0)
    : RecurrentLayer(
        inputSize, hiddenSize, layers, bidirectional, dropout, (size, suffix) => CreateCell(resetPlacement, size, hiddenSize, suffix))
{
    /// <summary>Where the reset gate stands.</summary>
    public ResetPlacement ResetPlacement { get; } = resetPlacement;

    private static RecurrentCell CreateCell(ResetPlacement placement, int inputSize, int hiddenSize, string suffix) =>
        placement == ResetPlacement.AfterProduct
            ? new GruResetAfterRecurrence(inputSize, hiddenSize, suffix)
            : new GruResetBeforeRecurrence(inputSize, hiddenSize, suffix);
}

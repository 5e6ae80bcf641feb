using Unrolled.Equations.Foundations;
using Matrix = MathNet.Numerics.LinearAlgebra.Matrix<double>;
using Vector = MathNet.Numerics.LinearAlgebra.Vector<double>;

namespace Unrolled.Equations.Interchange;

/// <summary>One gate of a layer: a block of rows in torch's stacked weights.</summary>
/// <param name="W">From the input.</param>
/// <param name="U">From the hidden state.</param>
/// <param name="b">The bias.</param>
/// <param name="b_h">The second bias of the GRU's candidate, which the reset gate keeps apart; null elsewhere.</param>
internal sealed record TorchGate(Matrix W, Matrix U, Vector b, Vector? b_h = null)
{
    /// <summary>The gates of a layer in torch's order.</summary>
    /// <exception cref="ArgumentException">torch.nn has no such layer.</exception>
    internal static IReadOnlyList<TorchGate> Of(ICell cell) => cell switch
    {
        Rnn rnn => [new(rnn.W, rnn.U, rnn.b)],
        Lstm lstm =>
        [
            new(lstm.W_i, lstm.U_i, lstm.b_i),
            new(lstm.W_f, lstm.U_f, lstm.b_f),
            new(lstm.W_g, lstm.U_g, lstm.b_g),
            new(lstm.W_o, lstm.U_o, lstm.b_o),
        ],
        Gru { ResetPlacement: ResetPlacement.AfterProduct, UpdateConvention: UpdateConvention.KeepsOldState } gru =>
        [
            new(gru.W_r, gru.U_r, gru.b_r),
            new(gru.W_z, gru.U_z, gru.b_z),
            new(gru.W_n, gru.U_n, gru.b_n, gru.b_hn),
        ],
        Gru gru => throw new ArgumentException(
            $"cell is a Gru with {gru.ResetPlacement} and {gru.UpdateConvention}; torch.nn has it only with "
            + $"{ResetPlacement.AfterProduct} and {UpdateConvention.KeepsOldState}. "
            + $"{nameof(Gru.InConvention)} converts the latter.",
            nameof(cell)),
        _ => throw new ArgumentException(
            $"cell is of {cell.GetType().Name}; torch.nn has {nameof(Rnn)}, {nameof(Lstm)} and {nameof(Gru)}.",
            nameof(cell)),
    };
}

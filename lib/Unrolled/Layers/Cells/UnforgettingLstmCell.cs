using Unrolled.Layers.Kernels;

namespace Unrolled.Layers.Cells;

/// <summary>The LSTM of 1997, without a forget gate.</summary>
internal sealed class UnforgettingLstmCell(int inputSize, int hiddenSize, string suffix)
    : LstmCellBase(inputSize, hiddenSize, gateCount: 3, suffix)
{
    protected override void ForwardRow(CellPass pass, int t, int b) => UnforgettingLstmStep.Forward(
        pass.Gates.At(t, b), pass.Cells.At(pass.Before(t), b), pass.Cells.At(pass.After(t), b), pass.Kept.At(t, b),
        pass.Hidden.At(pass.After(t), b));

    protected override void BackwardRow(CellPass pass, int t, int b, Span<float> dh, Span<float> dc_next, Span<float> dc_prev) =>
        UnforgettingLstmStep.Backward(
            pass.Gates.At(t, b), pass.Cells.At(pass.Before(t), b), pass.Kept.At(t, b), dh, dc_next, pass.DGates.At(t, b), dc_prev);
}

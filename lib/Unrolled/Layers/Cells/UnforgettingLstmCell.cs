using Unrolled.Layers.Kernels;
using Unrolled.Layers.Teams;

namespace Unrolled.Layers.Cells;

/// <summary>The LSTM of 1997, without a forget gate.</summary>
internal sealed class UnforgettingLstmCell(int inputSize, int hiddenSize, string suffix)
    : LstmCellBase(inputSize, hiddenSize, gateCount: 3, suffix)
{
    protected override void ForwardUnits(CellPass pass, int t, Share rows) => UnforgettingLstmStep.Forward(
        pass.GatesAt(t, rows), pass.CellsAt(pass.Before(t), rows), pass.CellsAt(pass.After(t), rows), pass.KeptAt(t, rows),
        pass.HiddenAt(pass.After(t), rows));

    protected override void BackwardUnits(CellPass pass, int t, Share rows) => UnforgettingLstmStep.Backward(
        pass.GatesAt(t, rows), pass.KeptAt(t, rows), pass.DHiddenAt(pass.After(t), rows), pass.DCellsAt(pass.After(t), rows),
        pass.DGatesAt(t, rows), pass.DCellsAt(pass.Before(t), rows));
}

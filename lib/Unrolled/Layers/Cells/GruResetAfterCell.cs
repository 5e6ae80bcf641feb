using Unrolled.Layers.Kernels;
using Unrolled.Layers.Teams;

namespace Unrolled.Layers.Cells;

/// <summary>
/// The GRU of torch: n = tanh(W_n x + b_n + r ⊙ (U_n h' + b_hn)). r stands between what n gets from x and what it gets
/// from h', so the two have blocks of their own: n, r, z and u_n, of which the first three see x and the last three h'.
/// </summary>
internal sealed class GruResetAfterCell(int inputSize, int hiddenSize, string suffix)
    : RecurrentCell(inputSize, hiddenSize, gateCount: 3, suffix)
{
    protected override int BlockCount => 4;

    protected override int FirstHiddenBlock => 1;

    protected override int InputBlock(int gate) => (gate + 1) % GateCount;

    protected override int HiddenBlock(int gate) => gate + 1;

    protected override void ForwardStep(CellPass pass, int t, Share rows)
    {
        AddHiddenProduct(pass, t, rows);
        GruResetAfterStep.Forward(pass.GatesAt(t, rows), pass.HiddenAt(pass.Before(t), rows), pass.HiddenAt(pass.After(t), rows));
    }

    protected override void BackwardStep(CellPass pass, int t, Share rows)
    {
        MatrixView da = pass.DGatesAt(t, rows);
        MatrixView dh_prev = pass.DHiddenAt(pass.Before(t), rows);
        GruResetAfterStep.Backward(
            pass.GatesAt(t, rows), pass.HiddenAt(pass.Before(t), rows), pass.DHiddenAt(pass.After(t), rows), da, dh_prev);
        SetHiddenGradient(pass, dh_prev, da, dh_prev, FirstHiddenBlock, GateCount);
    }
}

using Unrolled.Layers.Kernels;
using Unrolled.Layers.Teams;

namespace Unrolled.Layers.Cells;

/// <summary>The GRU of the papers: n = tanh(W_n x + U_n (r ⊙ h') + b_n).</summary>
internal sealed class GruResetBeforeCell(int inputSize, int hiddenSize, string suffix)
    : RecurrentCell(inputSize, hiddenSize, gateCount: 3, suffix)
{
    // Beside those of r and z.
    private const int Candidate = 2;

    /// <summary>r ⊙ h'.</summary>
    protected override int KeptBlocks => 1;

    protected override int KeptGradientBlocks => 1;

    protected override void ForwardStep(CellPass pass, int t, Share rows)
    {
        MatrixView gates = pass.GatesAt(t, rows);
        MatrixView h_prev = pass.HiddenAt(pass.Before(t), rows);
        MatrixView rh = pass.KeptAt(t, rows);
        AddHiddenProduct(pass, h_prev, gates, 0, Candidate);
        GruResetBeforeStep.ForwardGates(gates, h_prev, rh);
        AddHiddenProduct(pass, rh, gates, Candidate, 1);
        GruResetBeforeStep.ForwardState(gates, h_prev, pass.HiddenAt(pass.After(t), rows));
    }

    protected override void BackwardStep(CellPass pass, int t, Share rows)
    {
        MatrixView gates = pass.GatesAt(t, rows);
        MatrixView h_prev = pass.HiddenAt(pass.Before(t), rows);
        MatrixView da = pass.DGatesAt(t, rows);
        MatrixView drh = pass.DKept(rows);
        MatrixView dh_prev = pass.DHiddenAt(pass.Before(t), rows);
        GruResetBeforeStep.BackwardState(gates, h_prev, pass.DHiddenAt(pass.After(t), rows), da, dh_prev);
        SetHiddenGradient(pass, pass.Zeros(rows.Count, HiddenSize), da, drh, Candidate, 1);
        GruResetBeforeStep.BackwardReset(gates, h_prev, drh, da, dh_prev);
        SetHiddenGradient(pass, dh_prev, da, dh_prev, 0, Candidate);
    }

    // r and z saw h', n saw r ⊙ h'.
    protected override void AddHiddenWeightGradients(CellPass pass, Steps steps, Share columns)
    {
        AddProduct(pass, steps, pass.HiddenBefore(steps), 0, Candidate, columns);
        AddProduct(pass, steps, pass.KeptOf(steps), Candidate, 1, columns);
    }
}

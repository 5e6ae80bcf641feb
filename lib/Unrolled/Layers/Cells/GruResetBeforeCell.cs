using Unrolled.Layers.Kernels;

namespace Unrolled.Layers.Cells;

/// <summary>The GRU of the papers: n = tanh(W_n x + U_n (r ⊙ h') + b_n).</summary>
internal sealed class GruResetBeforeCell(int inputSize, int hiddenSize, string suffix)
    : RecurrentCell(inputSize, hiddenSize, gateCount: 3, suffix)
{
    private Tensor? drhBuffer;

    /// <summary>r ⊙ h'.</summary>
    protected override int KeptSize => HiddenSize;

    // The rows of n, below those of r and z.
    private int Candidate => 2 * HiddenSize;

    protected override void ForwardStep(CellPass pass, int t)
    {
        AddHiddenProduct(pass.Hidden.At(pass.Before(t)), pass.Gates.At(t), pass.Batch, 0, Candidate);
        for (int b = 0; b < pass.Batch; b++)
            GruResetBeforeStep.ForwardGates(pass.Gates.At(t, b), pass.Hidden.At(pass.Before(t), b), pass.Kept.At(t, b));

        AddHiddenProduct(pass.Kept.At(t), pass.Gates.At(t), pass.Batch, Candidate, HiddenSize);
        for (int b = 0; b < pass.Batch; b++)
        {
            GruResetBeforeStep.ForwardState(
                pass.Gates.At(t, b), pass.Hidden.At(pass.Before(t), b), pass.Hidden.At(pass.After(t), b));
        }
    }

    protected override void BackwardStep(CellPass pass, int t)
    {
        Span<float> dh = pass.DHiddenAt(pass.After(t));
        Span<float> dh_prev = pass.DHiddenAt(pass.Before(t));
        for (int b = 0; b < pass.Batch; b++)
        {
            GruResetBeforeStep.BackwardState(
                pass.Gates.At(t, b), pass.Hidden.At(pass.Before(t), b), pass.Row(dh, b), pass.DGates.At(t, b),
                pass.Row(dh_prev, b));
        }

        drhBuffer = Tensor.Sized(drhBuffer, pass.Batch, HiddenSize);
        Span<float> drh = drhBuffer.Values;
        drh.Clear();
        AddHiddenGradient(pass.DGates.At(t), drh, pass.Batch, Candidate, HiddenSize);
        for (int b = 0; b < pass.Batch; b++)
        {
            GruResetBeforeStep.BackwardReset(
                pass.Gates.At(t, b), pass.Hidden.At(pass.Before(t), b), pass.Row(drh, b), pass.DGates.At(t, b),
                pass.Row(dh_prev, b));
        }

        AddHiddenGradient(pass.DGates.At(t), dh_prev, pass.Batch, 0, Candidate);
    }

    // r and z saw h', n saw r ⊙ h'.
    protected override void AddWeightGradients(CellPass pass)
    {
        AddInputWeightGradients(pass);
        int rows = pass.Time * pass.Batch;
        MatrixView dNet = new(pass.DGates.Values, rows, GateSize);
        MatrixView dU = new(weight_hh.Gradient.Values, GateSize, HiddenSize);
        MatrixProduct.Add(
            dNet.ColumnBlock(0, Candidate).Transposed, new MatrixView(pass.HiddenBefore, rows, HiddenSize),
            dU.RowBlock(0, Candidate));
        MatrixProduct.Add(
            dNet.ColumnBlock(Candidate, HiddenSize).Transposed, new MatrixView(pass.Kept.Values, rows, HiddenSize),
            dU.RowBlock(Candidate, HiddenSize));
    }
}

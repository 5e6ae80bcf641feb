using Unrolled.Layers.Kernels;

namespace Unrolled.Layers.Cells;

/// <summary>
/// The GRU of torch: n = tanh(W_n x + b_n + r ⊙ (U_n h' + b_hn)). r stands between what n gets from x and what it gets
/// from h', so the two have gradients of their own.
/// </summary>
internal sealed class GruResetAfterCell(int inputSize, int hiddenSize, string suffix)
    : RecurrentCell(inputSize, hiddenSize, gateCount: 3, suffix)
{
    /// <summary>u = U h' + b_h.</summary>
    protected override int KeptSize => GateSize;

    protected override bool KeepsHiddenApart => true;

    protected override void ForwardStep(CellPass pass, int t)
    {
        Span<float> u = pass.Kept.At(t);
        BiasRows.Fill(u, bias_hh.Value.Values);
        AddHiddenProduct(pass.Hidden.At(pass.Before(t)), u, pass.Batch, 0, GateSize);
        for (int b = 0; b < pass.Batch; b++)
        {
            GruResetAfterStep.Forward(
                pass.Gates.At(t, b), pass.Kept.At(t, b), pass.Hidden.At(pass.Before(t), b), pass.Hidden.At(pass.After(t), b));
        }
    }

    protected override void BackwardStep(CellPass pass, int t)
    {
        Span<float> dh = pass.DHiddenAt(pass.After(t));
        Span<float> dh_prev = pass.DHiddenAt(pass.Before(t));
        for (int b = 0; b < pass.Batch; b++)
        {
            GruResetAfterStep.Backward(
                pass.Gates.At(t, b), pass.Kept.At(t, b), pass.Hidden.At(pass.Before(t), b), pass.Row(dh, b),
                pass.DGates.At(t, b), pass.DHiddenGates.At(t, b), pass.Row(dh_prev, b));
        }

        AddHiddenGradient(pass.DHiddenGates.At(t), dh_prev, pass.Batch, 0, GateSize);
    }
}

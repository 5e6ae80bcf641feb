using Unrolled.Layers.Kernels;

namespace Unrolled.Layers.Cells;

/// <summary>h = tanh(W x + U h' + b), or max(W x + U h' + b, 0), where h' is the state before.</summary>
internal sealed class RnnCell(int inputSize, int hiddenSize, Activation activation, string suffix)
    : RecurrentCell(inputSize, hiddenSize, gateCount: 1, suffix)
{
    protected override void ForwardStep(CellPass pass, int t)
    {
        AddHiddenProduct(pass.Hidden.At(pass.Before(t)), pass.Gates.At(t), pass.Batch, 0, GateSize);
        RnnStep.Forward(activation, pass.Gates.At(t), pass.Hidden.At(pass.After(t)));
    }

    protected override void BackwardStep(CellPass pass, int t)
    {
        Span<float> dh_prev = pass.DHiddenAt(pass.Before(t));
        RnnStep.Backward(activation, pass.Hidden.At(pass.After(t)), pass.DHiddenAt(pass.After(t)), pass.DGates.At(t));
        dh_prev.Clear();
        AddHiddenGradient(pass.DGates.At(t), dh_prev, pass.Batch, 0, GateSize);
    }
}


namespace Unrolled;

/// <summary>h = tanh(W x + U h' + b), or max(W x + U h' + b, 0), where h' is the state before.</summary>
internal sealed class RnnRecurrence(int inputSize, int hiddenSize, Activation activation, string suffix)
    : RecurrentCell(inputSize, hiddenSize, gateCount: 1, suffix)
{
    internal override IReadOnlyList<string> GateNames => ["a"];

    protected override void ForwardStep(CellPass pass, int t, IndexRange rows)
    {
        AddHiddenProduct(pass, t, rows);
        Processor.Run(new RnnKernel.Forward(activation, pass.GatesAt(t, rows), pass.HiddenAt(pass.After(t), rows)));
    }

    protected override void BackwardStep(CellPass pass, int t, IndexRange rows)
    {
        MatrixView da = pass.DGatesAt(t, rows);
        MatrixView dh_prev = pass.DHiddenAt(pass.Before(t), rows);
        Processor.Run(new RnnKernel.Backward(
            activation, pass.HiddenAt(pass.After(t), rows), pass.DHiddenAt(pass.After(t), rows), da));
        SetHiddenGradient(pass, pass.Zeros(rows.Count, HiddenSize), da, dh_prev, 0, GateCount);
    }
}

using Unrolled.Layers.Kernels;

namespace Unrolled.Layers.Cells;

/// <summary>The LSTM whose gates see the cell; its peepholes' rows are those of i, f and o.</summary>
internal sealed class PeepholeLstmCell(int inputSize, int hiddenSize, string suffix)
    : LstmCellBase(inputSize, hiddenSize, gateCount: 4, suffix)
{
    private readonly Parameter weight_peephole = new("weight_peephole" + suffix, 3 * hiddenSize);

    internal override IEnumerable<Parameter> Parameters => [.. base.Parameters, weight_peephole];

    protected override void ForwardRow(CellPass pass, int t, int b) => PeepholeLstmStep.Forward(
        weight_peephole.Value.Values, pass.Gates.At(t, b), pass.Cells.At(pass.Before(t), b),
        pass.Cells.At(pass.After(t), b), pass.Kept.At(t, b), pass.Hidden.At(pass.After(t), b));

    protected override void BackwardRow(CellPass pass, int t, int b, Span<float> dh, Span<float> dc_next, Span<float> dc_prev) =>
        PeepholeLstmStep.Backward(
            weight_peephole.Value.Values, pass.Gates.At(t, b), pass.Cells.At(pass.Before(t), b), pass.Kept.At(t, b), dh,
            dc_next, pass.DGates.At(t, b), dc_prev);

    protected override void AddWeightGradients(CellPass pass)
    {
        base.AddWeightGradients(pass);
        for (int t = 0; t < pass.Time; t++)
        {
            for (int b = 0; b < pass.Batch; b++)
            {
                PeepholeLstmStep.AddGradient(
                    pass.DGates.At(t, b), pass.Cells.At(pass.Before(t), b), pass.Cells.At(pass.After(t), b),
                    weight_peephole.Gradient.Values);
            }
        }
    }
}

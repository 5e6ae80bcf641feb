using Unrolled.Layers.Kernels;
using Unrolled.Layers.Teams;

namespace Unrolled.Layers.Cells;

/// <summary>The LSTM whose gates see the cell; its peepholes' rows are those of i, f and o.</summary>
internal sealed class PeepholeLstmCell(int inputSize, int hiddenSize, string suffix)
    : LstmCellBase(inputSize, hiddenSize, gateCount: 4, suffix)
{
    private const int PeepholeCount = 3;

    private readonly Parameter weight_peephole = new("weight_peephole" + suffix, PeepholeCount * hiddenSize);

    internal override IEnumerable<Parameter> Parameters => [.. base.Parameters, weight_peephole];

    internal override void PackForward(CellWeights packed)
    {
        base.PackForward(packed);
        packed.ShapePeepholes(PeepholeCount, Padded);
        for (int gate = 0; gate < PeepholeCount; gate++)
            weight_peephole.Value.Values.AsSpan(gate * HiddenSize, HiddenSize).CopyTo(packed.Peepholes.At(gate));
    }

    internal override void BeginBackward(CellPass pass)
    {
        base.BeginBackward(pass);
        pass.Gradients.BeginPeepholes(PeepholeCount, Padded);
    }

    protected override void ForwardUnits(CellPass pass, int t, Share rows) => PeepholeLstmStep.Forward(
        Matrix(pass.Weights.Peepholes), pass.GatesAt(t, rows), pass.CellsAt(pass.Before(t), rows), pass.CellsAt(pass.After(t), rows),
        pass.KeptAt(t, rows), pass.HiddenAt(pass.After(t), rows));

    protected override void BackwardUnits(CellPass pass, int t, Share rows) => PeepholeLstmStep.Backward(
        Matrix(pass.Weights.Peepholes), pass.GatesAt(t, rows), pass.CellsAt(pass.Before(t), rows), pass.KeptAt(t, rows),
        pass.DHiddenAt(pass.After(t), rows), pass.DCellsAt(pass.After(t), rows), pass.DGatesAt(t, rows),
        pass.DCellsAt(pass.Before(t), rows));

    // A few additions a unit: the thread that has the first columns makes them alone.
    protected override void AddOtherWeightGradients(CellPass pass, Steps steps, Share columns)
    {
        if (columns is { First: 0, Count: > 0 })
        {
            PeepholeLstmStep.AddGradient(
                pass.DGatesOf(steps, pass.All), pass.CellsBefore(steps), pass.CellsAfter(steps), Matrix(pass.Gradients.Peepholes));
        }
    }

    protected override void AddToParameters(CellGradients sums, Share columns)
    {
        base.AddToParameters(sums, columns);
        for (int gate = 0; columns is { First: 0, Count: > 0 } && gate < PeepholeCount; gate++)
            Accumulate.Add(sums.Peepholes.At(gate), weight_peephole.Gradient.Values.AsSpan(gate * HiddenSize, HiddenSize));
    }

    private static MatrixView Matrix(Tensor tensor) => new(tensor.Values, tensor.Dimensions[0], tensor.Dimensions[1]);
}

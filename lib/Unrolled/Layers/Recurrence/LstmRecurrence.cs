namespace Unrolled;

/// <summary>
/// The part that the LSTMs share: the products with the state, and tanh(c) kept for the backward pass.
/// </summary>
internal abstract class LstmRecurrenceBase(int inputSize, int hiddenSize, int gateCount, string suffix)
    : RecurrentCell(inputSize, hiddenSize, gateCount, suffix)
{
    internal sealed override bool HasCells => true;

    internal sealed override IReadOnlyList<string> KeptNames => ["tanh_c"];

    /// <summary>tanh(c).</summary>
    protected sealed override int KeptBlocks => 1;

    /// <summary>From the net inputs and the cell before to the gates, c, tanh(c) and h.</summary>
    protected abstract void ForwardUnits(CellPass pass, int t, IndexRange rows);

    /// <summary>From the gradients of h and c to those of the net inputs and of the cell before.</summary>
    protected abstract void BackwardUnits(CellPass pass, int t, IndexRange rows);

    protected sealed override void ForwardStep(CellPass pass, int t, IndexRange rows)
    {
        AddHiddenProduct(pass, t, rows);
        ForwardUnits(pass, t, rows);
    }

    protected sealed override void BackwardStep(CellPass pass, int t, IndexRange rows)
    {
        BackwardUnits(pass, t, rows);
        SetHiddenGradient(
            pass, pass.Zeros(rows.Count, HiddenSize), pass.DGatesAt(t, rows), pass.DHiddenAt(pass.Before(t), rows), 0,
            GateCount);
    }
}

/// <summary>The LSTM with a forget gate.</summary>
internal sealed class LstmRecurrence(int inputSize, int hiddenSize, string suffix)
    : LstmRecurrenceBase(inputSize, hiddenSize, gateCount: 4, suffix)
{
    internal override IReadOnlyList<string> GateNames => ["i", "f", "g", "o"];

    protected override void ForwardUnits(CellPass pass, int t, IndexRange rows) =>
        Processor.Run(new LstmKernel.Forward(
            pass.GatesAt(t, rows), pass.CellsAt(pass.Before(t), rows), pass.CellsAt(pass.After(t), rows),
            pass.KeptAt(t, rows), pass.HiddenAt(pass.After(t), rows)));

    protected override void BackwardUnits(CellPass pass, int t, IndexRange rows) =>
        Processor.Run(new LstmKernel.Backward(
            pass.GatesAt(t, rows), pass.CellsAt(pass.Before(t), rows), pass.KeptAt(t, rows),
            pass.DHiddenAt(pass.After(t), rows), pass.DCellsAt(pass.After(t), rows), pass.DGatesAt(t, rows),
            pass.DCellsAt(pass.Before(t), rows)));
}

/// <summary>The LSTM of 1997, without a forget gate.</summary>
internal sealed class Lstm1997Recurrence(int inputSize, int hiddenSize, string suffix)
    : LstmRecurrenceBase(inputSize, hiddenSize, gateCount: 3, suffix)
{
    internal override IReadOnlyList<string> GateNames => ["i", "g", "o"];

    protected override void ForwardUnits(CellPass pass, int t, IndexRange rows) =>
        Processor.Run(new Lstm1997Kernel.Forward(
            pass.GatesAt(t, rows), pass.CellsAt(pass.Before(t), rows), pass.CellsAt(pass.After(t), rows),
            pass.KeptAt(t, rows), pass.HiddenAt(pass.After(t), rows)));

    protected override void BackwardUnits(CellPass pass, int t, IndexRange rows) =>
        Processor.Run(new Lstm1997Kernel.Backward(
            pass.GatesAt(t, rows), pass.KeptAt(t, rows), pass.DHiddenAt(pass.After(t), rows),
            pass.DCellsAt(pass.After(t), rows), pass.DGatesAt(t, rows), pass.DCellsAt(pass.Before(t), rows)));
}

/// <summary>The LSTM whose gates read the cell; the rows of its peepholes are those of i, f and o.</summary>
internal sealed class PeepholeLstmRecurrence(int inputSize, int hiddenSize, string suffix)
    : LstmRecurrenceBase(inputSize, hiddenSize, gateCount: 4, suffix)
{
    private const int PeepholeCount = 3;

    private readonly Parameter weight_peephole = new("weight_peephole" + suffix, PeepholeCount * hiddenSize);

    internal override IEnumerable<Parameter> Parameters => [.. base.Parameters, weight_peephole];

    internal override IReadOnlyList<string> GateNames => ["i", "f", "g", "o"];

    internal override void PackForward(PackedWeights packed)
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

    protected override void ForwardUnits(CellPass pass, int t, IndexRange rows) =>
        Processor.Run(new PeepholeLstmKernel.Forward(
            Matrix(pass.Weights.Peepholes), pass.GatesAt(t, rows), pass.CellsAt(pass.Before(t), rows),
            pass.CellsAt(pass.After(t), rows), pass.KeptAt(t, rows), pass.HiddenAt(pass.After(t), rows)));

    protected override void BackwardUnits(CellPass pass, int t, IndexRange rows) =>
        Processor.Run(new PeepholeLstmKernel.Backward(
            Matrix(pass.Weights.Peepholes), pass.GatesAt(t, rows), pass.CellsAt(pass.Before(t), rows),
            pass.KeptAt(t, rows), pass.DHiddenAt(pass.After(t), rows), pass.DCellsAt(pass.After(t), rows),
            pass.DGatesAt(t, rows), pass.DCellsAt(pass.Before(t), rows)));

    // A few additions a unit: the thread that has the first columns makes them alone.
    protected override void AddOtherWeightGradients(CellPass pass, StepRange steps, IndexRange columns)
    {
        if (columns is { First: 0, Count: > 0 })
        {
            Processor.Run(new PeepholeLstmKernel.AddGradient(
                pass.DGatesOf(steps, pass.All), pass.CellsBefore(steps), pass.CellsAfter(steps),
                Matrix(pass.Gradients.Peepholes)));
        }
    }

    protected override void AddToParameters(CellGradients sums, IndexRange columns)
    {
        base.AddToParameters(sums, columns);
        for (int gate = 0; columns is { First: 0, Count: > 0 } && gate < PeepholeCount; gate++)
            Accumulate.Add(
                sums.Peepholes.At(gate), weight_peephole.Gradient.Values.AsSpan(gate * HiddenSize, HiddenSize));
    }

    private static MatrixView Matrix(Tensor tensor) => new(tensor.Values, tensor.Dimensions[0], tensor.Dimensions[1]);
}

using Unrolled.Layers.Kernels;

namespace Unrolled.Layers.Cells;

/// <summary>
/// One layer in one direction, a whole batch at a time. Here stands what all models share: the product with all inputs
/// at once, the walk over the steps, sequences that end early, and the products that make the weights' gradients. What
/// a model's step computes stands in its own file.
/// </summary>
internal abstract class RecurrentCell
{
    private readonly float[] weight_ih_transposed;
    private readonly float[] weight_hh_transposed;

    /// <param name="inputSize">The number of features of x.</param>
    /// <param name="hiddenSize">The number of units.</param>
    /// <param name="gateCount">How many blocks of rows the weights have.</param>
    /// <param name="suffix">What its parameters' names end with, such as _l0_reverse.</param>
    protected RecurrentCell(int inputSize, int hiddenSize, int gateCount, string suffix)
    {
        (InputSize, HiddenSize, GateSize) = (inputSize, hiddenSize, gateCount * hiddenSize);
        weight_ih = new Parameter("weight_ih" + suffix, GateSize, inputSize);
        weight_hh = new Parameter("weight_hh" + suffix, GateSize, hiddenSize);
        bias_ih = new Parameter("bias_ih" + suffix, GateSize);
        bias_hh = new Parameter("bias_hh" + suffix, GateSize);
        weight_ih_transposed = new float[weight_ih.Value.Count];
        weight_hh_transposed = new float[weight_hh.Value.Count];
    }

    internal int InputSize { get; }

    internal int HiddenSize { get; }

    internal int GateSize { get; }

    internal Parameter weight_ih { get; }

    internal Parameter weight_hh { get; }

    internal Parameter bias_ih { get; }

    internal Parameter bias_hh { get; }

    internal virtual IEnumerable<Parameter> Parameters => [weight_ih, weight_hh, bias_ih, bias_hh];

    internal virtual bool HasCells => false;

    /// <summary>The features of <see cref="CellPass.Kept"/>.</summary>
    protected virtual int KeptSize => 0;

    /// <summary>Whether something other than their sum comes between the net inputs from x and from h.</summary>
    protected virtual bool KeepsHiddenApart => false;

    /// <summary>Prepares a pass; the initial state is then to be set.</summary>
    internal void Begin(CellPass pass, Tensor input, IReadOnlyList<int>? lengths) =>
        pass.Prepare(input, lengths, GateSize, HiddenSize, HasCells, KeptSize);

    internal void Forward(CellPass pass)
    {
        Transpose.Copy(new MatrixView(weight_ih.Value.Values, GateSize, InputSize), weight_ih_transposed);
        Transpose.Copy(new MatrixView(weight_hh.Value.Values, GateSize, HiddenSize), weight_hh_transposed);
        if (KeepsHiddenApart)
            BiasRows.Fill(pass.Gates.Values, bias_ih.Value.Values);
        else
            BiasRows.Fill(pass.Gates.Values, bias_ih.Value.Values, bias_hh.Value.Values);
        int rows = pass.Time * pass.Batch;
        MatrixProduct.Add(
            new MatrixView(pass.Input.Values, rows, InputSize),
            new MatrixView(weight_ih_transposed, InputSize, GateSize),
            new MatrixView(pass.Gates.Values, rows, GateSize));

        for (int step = 0, t = pass.First; step < pass.Time; step++, t += pass.Stride)
        {
            ForwardStep(pass, t);
            pass.CarryEnded(t);
        }
    }

    /// <summary>Prepares the way back; the final state's gradient is then to be set.</summary>
    internal void BeginBackward(CellPass pass) => pass.PrepareBackward(KeepsHiddenApart);

    /// <param name="pass">What <see cref="Forward"/> left.</param>
    /// <param name="dOutput">dL/dy, [time, batch, features]; null for 0.</param>
    /// <param name="offset">Where this direction's features begin.</param>
    /// <param name="dInput">dL/dx, [time, batch, input]; added to.</param>
    internal void Backward(CellPass pass, Tensor? dOutput, int offset, Tensor dInput)
    {
        for (int step = 0, t = pass.Last; step < pass.Time; step++, t -= pass.Stride)
        {
            if (dOutput is not null)
                AddOutputGradient(pass, t, dOutput, offset);
            BackwardStep(pass, t);
            pass.CarryEndedBack(t);
        }

        AddWeightGradients(pass);
        int rows = pass.Time * pass.Batch;
        MatrixProduct.Add(
            new MatrixView(pass.DGates.Values, rows, GateSize),
            new MatrixView(weight_ih.Value.Values, GateSize, InputSize),
            new MatrixView(dInput.Values, rows, InputSize));
    }

    /// <summary>From the state before step t, and the net inputs from x, to the state after it.</summary>
    protected abstract void ForwardStep(CellPass pass, int t);

    /// <summary>From the gradient of the state after step t to that of its net inputs and of the state before it.</summary>
    protected abstract void BackwardStep(CellPass pass, int t);

    /// <summary>dW = Σ dᵀ x and dU = Σ dᵀ h', over all steps and sequences at once.</summary>
    protected virtual void AddWeightGradients(CellPass pass)
    {
        AddInputWeightGradients(pass);
        int rows = pass.Time * pass.Batch;
        MatrixProduct.Add(
            new MatrixView(pass.DHiddenGates.Values, rows, GateSize).Transposed,
            new MatrixView(pass.HiddenBefore, rows, HiddenSize),
            new MatrixView(weight_hh.Gradient.Values, GateSize, HiddenSize));
    }

    protected void AddInputWeightGradients(CellPass pass)
    {
        int rows = pass.Time * pass.Batch;
        MatrixProduct.Add(
            new MatrixView(pass.DGates.Values, rows, GateSize).Transposed,
            new MatrixView(pass.Input.Values, rows, InputSize),
            new MatrixView(weight_ih.Gradient.Values, GateSize, InputSize));
        ColumnSum.Add(pass.DGates.Values, bias_ih.Gradient.Values);
        ColumnSum.Add(pass.DHiddenGates.Values, bias_hh.Gradient.Values);
    }

    /// <summary>net += h Uᵀ, for a block of the gates.</summary>
    protected void AddHiddenProduct(Span<float> hidden, Span<float> net, int batch, int firstRow, int rowCount) =>
        MatrixProduct.Add(
            new MatrixView(hidden, batch, HiddenSize),
            new MatrixView(weight_hh_transposed, HiddenSize, GateSize).ColumnBlock(firstRow, rowCount),
            new MatrixView(net, batch, GateSize).ColumnBlock(firstRow, rowCount));

    /// <summary>dh += da U, for a block of the gates.</summary>
    protected void AddHiddenGradient(Span<float> dNet, Span<float> dHidden, int batch, int firstRow, int rowCount) =>
        MatrixProduct.Add(
            new MatrixView(dNet, batch, GateSize).ColumnBlock(firstRow, rowCount),
            new MatrixView(weight_hh.Value.Values, GateSize, HiddenSize).RowBlock(firstRow, rowCount),
            new MatrixView(dHidden, batch, HiddenSize));

    private static void AddOutputGradient(CellPass pass, int t, Tensor dOutput, int offset)
    {
        for (int b = 0; b < pass.Batch; b++)
        {
            if (pass.HasEnded(t, b))
                continue;
            Span<float> dh = pass.Row(pass.DHiddenAt(pass.After(t)), b);
            ReadOnlySpan<float> dy = dOutput.At(t, b).Slice(offset, dh.Length);
            for (int k = 0; k < dh.Length; k++)
                dh[k] += dy[k];
        }
    }
}

namespace Unrolled;

/// <summary>
/// One call of torch.nn.RNN, LSTM or GRU, computed sequence by sequence; a packed case's sequences differ in length.
/// </summary>
internal sealed class RecurrentComputation
{
    private readonly RecurrentCase recorded;
    private readonly Computation computation;
    private readonly IStack stack;
    private readonly int directions;
    private readonly string[] parts;

    private RecurrentComputation(RecurrentCase recorded)
    {
        this.recorded = recorded;
        computation = new Computation(recorded, Tolerances.OfEquations);
        directions = recorded.Bidirectional ? 2 : 1;
        parts = recorded.Kind == RecurrentKind.Lstm ? ["h", "c"] : ["h"];
        stack = recorded.Bidirectional ? new TwoWayStack(recorded) : new OneWayStack(recorded);
        for (int cell = 0; cell < stack.Cells.Count; cell++)
            TorchWeights.Read(stack.Cells[cell], recorded.Tensors, cell / directions, reverse: cell % directions == 1);
    }

    internal static Computation Of(RecurrentCase recorded)
    {
        RecurrentComputation one = new(recorded);
        one.Compute();
        return one.computation;
    }

    private void Compute()
    {
        (int time, int batch, int outputs) = (recorded.SeqLen, recorded.Batch, directions * recorded.HiddenSize);
        BatchTensor x = new(computation.Take("x", time, batch, recorded.InputSize));
        BatchTensor upstream = new(computation.Take("upstream.y", time, batch, outputs));
        BatchTensor[] initial = TakeStates("{0}0");
        BatchTensor[] upstreamFinal = TakeStates("upstream.{0}_n");
        int[] lengths = Lengths();

        BatchTensor y = new(time, batch, outputs);
        BatchTensor dx = new(time, batch, recorded.InputSize);
        BatchTensor[] final = NewStates();
        BatchTensor[] dInitial = NewStates();
        ICell[] dCells = [.. stack.Cells.Select(cell => cell.ZerosLike())];
        for (int b = 0; b < batch; b++)
        {
            StackedPass pass = stack.Pass(
                x.Sequence(b, lengths[b]), States(initial, b), upstream.Sequence(b, lengths[b]),
                States(upstreamFinal, b));
            y.SetSequence(b, pass.Outputs);
            dx.SetSequence(b, pass.OfInputs);
            SetStates(final, b, pass.Final);
            SetStates(dInitial, b, pass.OfInitial);
            for (int cell = 0; cell < dCells.Length; cell++)
                dCells[cell].Parameters.Accumulate(pass.OfParameters[cell].Parameters);
        }

        computation.Compute(y.Named("y", time, batch, outputs));
        computation.ComputeGradient(dx.Named("grad.x", time, batch, recorded.InputSize));
        for (int part = 0; part < parts.Length; part++)
        {
            computation.Compute(final[part].Named($"{parts[part]}_n", stack.Cells.Count, batch, recorded.HiddenSize));
            computation.ComputeGradient(
                dInitial[part].Named($"grad.{parts[part]}0", stack.Cells.Count, batch, recorded.HiddenSize));
        }

        for (int cell = 0; cell < dCells.Length; cell++)
        {
            foreach (NamedTensor gradient in TorchWeights.WriteGradients(
                dCells[cell], cell / directions, reverse: cell % directions == 1, "grad."))
                computation.ComputeGradient(gradient);
        }
    }

    private int[] Lengths()
    {
        if (recorded is not PackedCase)
            return [.. Enumerable.Repeat(recorded.SeqLen, recorded.Batch)];

        long[] lengths = computation.Take("lengths", recorded.Batch).ToInt64s();
        return Array.TrueForAll(lengths, length => length >= 1 && length <= recorded.SeqLen)
            ? [.. lengths.Select(length => (int)length)]
            : throw SafetensorsException.OfTensor(
                recorded.File, "lengths",
                $"expected lengths from 1 to {recorded.SeqLen}, found {string.Join(", ", lengths)}.");
    }

    private BatchTensor[] TakeStates(string name) =>
        [.. parts.Select(
            part => new BatchTensor(computation.Take(
                string.Format(null, name, part), stack.Cells.Count, recorded.Batch, recorded.HiddenSize)))];

    private BatchTensor[] NewStates() =>
        [.. parts.Select(_ => new BatchTensor(stack.Cells.Count, recorded.Batch, recorded.HiddenSize))];

    private State[] States(BatchTensor[] tensors, int b) =>
        [.. Enumerable.Range(0, stack.Cells.Count)
            .Select(cell => new State([.. tensors.Select(tensor => tensor[cell, b])]))];

    private static void SetStates(BatchTensor[] tensors, int b, IReadOnlyList<State> states)
    {
        for (int cell = 0; cell < states.Count; cell++)
        {
            for (int part = 0; part < tensors.Length; part++)
                tensors[part][cell, b] = states[cell][part];
        }
    }
}

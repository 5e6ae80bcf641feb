namespace Unrolled;

/// <summary>
/// The memory of one layer for one pass in one direction. States have one slot more than there are steps: reading
/// forwards, step t goes from slot t to slot t + 1; reading backwards, from slot t + 1 to slot t. So the states before
/// all steps are one block, in the order of the steps, in either direction. Units are padded to whole lanes.
/// <code>
///   gates    step 0: [batch, blocks · padded]   step 1   …   step T − 1
///   hidden   slot 0: [batch, padded]   slot 1   …            slot T − 1   slot T
///   dGates   only the chunk of steps that is processed now, and the one before it
/// </code>
/// Where no backward pass follows, gates and what a model keeps are those of the steps that are projected together, and
/// there are two slots: later steps write over earlier ones.
/// </summary>
internal sealed class CellPass
{
    // As many rows as a panel of a product is high: the weights' gradients take a whole chunk of steps at once.
    private const int ChunkRows = 256;

    private readonly bool reverse;
    private Tensor gates = new(0, 0, 0);
    private Tensor hidden = new(0, 0, 0);
    private Tensor cells = new(0, 0, 0);
    private Tensor kept = new(0, 0, 0);
    private Tensor dGates = new(0, 0, 0, 0);
    private Tensor dHidden = new(0, 0, 0);
    private Tensor dCells = new(0, 0, 0);
    private Tensor dKept = new(0, 0);
    private float[] zeros = [];
    private int hiddenSize;

    internal CellPass(RecurrentCell cell, bool reverse)
    {
        this.reverse = reverse;
        (ForwardWalk, BackwardWalk) = (new ForwardWalk(cell, this), new BackwardWalk(cell, this));
    }

    internal ForwardWalk ForwardWalk { get; }

    internal BackwardWalk BackwardWalk { get; }

    /// <summary>The cell's weights as the products read them.</summary>
    internal PackedWeights Weights { get; } = new();

    /// <summary>The sums of the backward pass for the weights.</summary>
    internal CellGradients Gradients { get; } = new();

    internal int Time { get; private set; }

    internal int Batch { get; private set; }

    /// <summary>Each sequence's length; null where all have the full one.</summary>
    internal IReadOnlyList<int>? Lengths { get; private set; }

    /// <summary>[time, batch, input].</summary>
    internal Tensor Input { get; private set; } = new(0, 0, 0);

    internal int FirstStep => reverse ? Time - 1 : 0;

    internal int LastStep => reverse ? 0 : Time - 1;

    /// <summary>The whole batch.</summary>
    internal IndexRange All => new(0, Batch);

    /// <summary>The number of steps whose gradients are kept at a time.</summary>
    internal int ChunkSteps => Math.Max(1, ChunkRows / Batch);

    private int Padded => hidden.Dimensions[2];

    private int GateWidth => gates.Dimensions[2];

    /// <param name="input">x, [time, batch, input].</param>
    /// <param name="lengths">Each sequence's length; null where all have the full one.</param>
    /// <param name="hiddenSize">The number of units.</param>
    /// <param name="blockCount">The number of blocks in a row of net inputs.</param>
    /// <param name="cellBlocks">1 where the state has cells, else 0.</param>
    /// <param name="keptBlocks">The number of blocks that a model keeps of every step.</param>
    /// <param name="keptSteps">The number of steps whose gates are stored; all where a backward pass follows.</param>
    internal void Prepare(
        Tensor input, IReadOnlyList<int>? lengths, int hiddenSize, int blockCount, int cellBlocks, int keptBlocks,
        int keptSteps)
    {
        (Time, Batch, Lengths, Input) = (input.Dimensions[0], input.Dimensions[1], lengths, input);
        this.hiddenSize = hiddenSize;
        int padded = Lanes.Padded(hiddenSize);
        int slots = keptSteps == Time ? Time + 1 : 2;
        gates = Tensor.Sized(gates, keptSteps, Batch, blockCount * padded);
        hidden = Tensor.Sized(hidden, slots, Batch, padded);
        cells = Tensor.Sized(cells, slots, Batch, cellBlocks * padded);
        kept = Tensor.Sized(kept, keptSteps, Batch, keptBlocks * padded);
    }

    internal void PrepareBackward(int keptGradientBlocks)
    {
        dGates = Tensor.Sized(dGates, 2, Math.Min(ChunkSteps, Time), Batch, MatrixView.StrideFor(GateWidth));
        dHidden = Tensor.Sized(dHidden, 2, Batch, Padded);
        dCells = Tensor.Sized(dCells, 2, Batch, cells.Dimensions[2]);
        dKept = Tensor.Sized(dKept, Batch, keptGradientBlocks * Padded);
        int widest = Math.Max(Input.Dimensions[2], Padded);
        if (zeros.Length < widest)
            zeros = new float[widest];
    }

    internal int Before(int t) => reverse ? t + 1 : t;

    internal int After(int t) => reverse ? t : t + 1;

    internal int ChunkCount(int size) => (Time + size - 1) / size;

    /// <summary>
    /// The chunk of this number in the order of reading; all have the same size except the one with the latest steps.
    /// </summary>
    internal StepRange Chunk(int number, int size)
    {
        int first = (reverse ? ChunkCount(size) - 1 - number : number) * size;
        return new StepRange(first, Math.Min(size, Time - first));
    }

    /// <summary>The step of this number in the order of reading.</summary>
    internal int StepIn(StepRange steps, int number) =>
        reverse ? steps.First + steps.Count - 1 - number : steps.First + number;

    internal bool HasEnded(int t, int b) => Lengths is not null && t >= Lengths[b];

    /// <summary>The same row of zeros for every row.</summary>
    internal MatrixView Zeros(int rows, int columns) => MatrixView.Repeated(zeros.AsSpan(0, columns), rows);

    /// <summary>x, [steps · batch, input].</summary>
    internal MatrixView InputOf(StepRange steps, IndexRange rows) => Rows(Input, steps, rows);

    /// <summary>The net inputs, then the gates, [steps · batch, blocks · padded].</summary>
    internal MatrixView GatesOf(StepRange steps, IndexRange rows) => Rows(gates, steps, rows);

    internal MatrixView GatesAt(int t, IndexRange rows) => Rows(gates, new StepRange(t, 1), rows);

    /// <summary>h in a slot, [batch, padded].</summary>
    internal MatrixView HiddenAt(int slot, IndexRange rows) => Rows(hidden, new StepRange(slot, 1), rows);

    /// <summary>h before each of some steps, without the padding, [steps · batch, hidden].</summary>
    internal MatrixView HiddenBefore(StepRange steps) =>
        Rows(hidden, steps with { First = Before(steps.First) }, All).ColumnBlock(0, hiddenSize);

    /// <summary>c of an LSTM in a slot, [batch, padded].</summary>
    internal MatrixView CellsAt(int slot, IndexRange rows) => Rows(cells, new StepRange(slot, 1), rows);

    /// <summary>c before each of some steps.</summary>
    internal MatrixView CellsBefore(StepRange steps) => Rows(cells, steps with { First = Before(steps.First) }, All);

    /// <summary>c after each of some steps.</summary>
    internal MatrixView CellsAfter(StepRange steps) => Rows(cells, steps with { First = After(steps.First) }, All);

    /// <summary>The other quantities that a model keeps of every step, [batch, …]; see the model.</summary>
    internal MatrixView KeptAt(int t, IndexRange rows) => Rows(kept, new StepRange(t, 1), rows);

    /// <summary>The same of some steps, without the padding of its one block.</summary>
    internal MatrixView KeptOf(StepRange steps) => Rows(kept, steps, All).ColumnBlock(0, hiddenSize);

    /// <summary>dL/dh of a slot's state, from everything after it, [batch, padded].</summary>
    internal MatrixView DHiddenAt(int slot, IndexRange rows) => Rows(dHidden, new StepRange(slot, 1), rows);

    /// <summary>dL/dc, [batch, padded].</summary>
    internal MatrixView DCellsAt(int slot, IndexRange rows) => Rows(dCells, new StepRange(slot, 1), rows);

    /// <summary>The gradient of the quantities that a model keeps, at the present step.</summary>
    internal MatrixView DKept(IndexRange rows) =>
        new MatrixView(dKept.Values, Batch, dKept.Dimensions[1]).RowBlock(rows.First, rows.Count);

    /// <summary>dL/d net inputs of the chunk with these steps, [steps · batch, blocks · padded].</summary>
    internal MatrixView DGatesOf(StepRange steps, IndexRange rows)
    {
        RequireWhole(steps, rows);
        int stride = dGates.Dimensions[3];
        int half = steps.First / ChunkSteps % 2 * (dGates.Count / 2);
        int row = steps.First % ChunkSteps * Batch + rows.First;
        return new MatrixView(dGates.Values.AsSpan(half + row * stride), steps.Count * rows.Count, GateWidth, stride);
    }

    internal MatrixView DGatesAt(int t, IndexRange rows) => DGatesOf(new StepRange(t, 1), rows);

    /// <summary>Copies the state of each sequence that has ended unchanged.</summary>
    internal void CarryEnded(int t, IndexRange rows)
    {
        if (Lengths is null)
            return;
        for (int b = rows.First; b < rows.First + rows.Count; b++)
        {
            if (!HasEnded(t, b))
                continue;
            Row(hidden, Before(t), b).CopyTo(Row(hidden, After(t), b));
            Row(cells, Before(t), b).CopyTo(Row(cells, After(t), b));
        }
    }

    /// <summary>
    /// The backward pass of <see cref="CarryEnded"/>: the state's gradient passes through, and that of the gates is 0.
    /// </summary>
    internal void CarryEndedBack(int t, IndexRange rows)
    {
        if (Lengths is null)
            return;
        for (int b = rows.First; b < rows.First + rows.Count; b++)
        {
            if (!HasEnded(t, b))
                continue;
            Row(dHidden, After(t), b).CopyTo(Row(dHidden, Before(t), b));
            Row(dCells, After(t), b).CopyTo(Row(dCells, Before(t), b));
            DGatesAt(t, new IndexRange(b, 1)).Values[..GateWidth].Clear();
        }
    }

    /// <summary>Sets the state before the first step, or 0; the padding becomes 0 too.</summary>
    internal void SetInitial(Tensor? h, Tensor? c, int layer)
    {
        SetSlot(hidden, Before(FirstStep), h, layer);
        if (cells.Count > 0)
            SetSlot(cells, Before(FirstStep), c, layer);
    }

    /// <summary>Copies the state after the last step.</summary>
    internal void CopyFinal(Tensor h, Tensor? c, int layer)
    {
        CopySlot(hidden, After(LastStep), h, layer);
        if (c is not null)
            CopySlot(cells, After(LastStep), c, layer);
    }

    /// <summary>Sets the gradient of the state after the last step, or 0.</summary>
    internal void SetFinalGradient(Tensor? h, Tensor? c, int layer)
    {
        SetSlot(dHidden, After(LastStep), h, layer);
        if (dCells.Count > 0)
            SetSlot(dCells, After(LastStep), c, layer);
    }

    /// <summary>Copies the gradient of the state before the first step.</summary>
    internal void CopyInitialGradient(Tensor h, Tensor? c, int layer)
    {
        CopySlot(dHidden, Before(FirstStep), h, layer);
        if (c is not null)
            CopySlot(dCells, Before(FirstStep), c, layer);
    }

    private void SetSlot(Tensor slots, int slot, Tensor? source, int layer)
    {
        slots.At(Wrapped(slot, slots)).Clear();
        for (int b = 0; source is not null && b < Batch; b++)
            source.At(layer, b).CopyTo(Row(slots, slot, b));
    }

    private void CopySlot(Tensor slots, int slot, Tensor destination, int layer)
    {
        for (int b = 0; b < Batch; b++)
            Row(slots, slot, b)[..hiddenSize].CopyTo(destination.At(layer, b));
    }

    private static Span<float> Row(Tensor slots, int slot, int b) =>
        slots.Count == 0 ? [] : slots.At(Wrapped(slot, slots), b);

    private MatrixView Rows(Tensor tensor, StepRange steps, IndexRange rows)
    {
        RequireWhole(steps, rows);
        int width = tensor.Dimensions[2];
        int first = Wrapped(steps.First, tensor);
        return new MatrixView(
            tensor.Values.AsSpan((first * Batch + rows.First) * width), steps.Count * rows.Count, width);
    }

    // Later steps write over earlier ones where there is not a place for each. The comparison saves most divisions.
    private static int Wrapped(int place, Tensor tensor) =>
        place < tensor.Dimensions[0] ? place : place % tensor.Dimensions[0];

    // A part of the batch is contiguous only within a single step.
    private void RequireWhole(StepRange steps, IndexRange rows)
    {
        if (steps.Count > 1 && rows != All)
            throw new ArgumentException(
                $"{rows.Count} of {Batch} sequences are not contiguous over {steps.Count} steps.");
    }
}

/// <summary>Some neighbouring steps of a pass, in the order of time.</summary>
/// <param name="First">The earliest.</param>
/// <param name="Count">Their number.</param>
internal readonly record struct StepRange(int First, int Count);

/// <summary>
/// The forward pass through all steps: each thread has sequences of its own and waits for no other.
/// </summary>
internal sealed class ForwardWalk(RecurrentCell cell, CellPass pass) : IPoolWork
{
    /// <summary>y, [time, batch, …].</summary>
    internal Tensor Output { get; set; } = new(0, 0, 0);

    /// <summary>The index in y of this direction's first feature.</summary>
    internal int Offset { get; set; }

    /// <inheritdoc/>
    public void Do(WorkerIndex member) =>
        cell.Forward(pass, member.Of(pass.Batch, RecurrentCell.RowsTogether), Output, Offset);
}

/// <summary>
/// The backward pass. Each thread processes a chunk of steps for sequences of its own; when all threads are done, each
/// sums the gradients of weights of its own, over all sequences.
/// </summary>
internal sealed class BackwardWalk(RecurrentCell cell, CellPass pass) : IPoolWork
{
    /// <summary>dL/dy, [time, batch, …]; null for 0.</summary>
    internal Tensor? DOutput { get; set; }

    /// <summary>The index in y of this direction's first feature.</summary>
    internal int Offset { get; set; }

    /// <summary>dL/dx, [time, batch, input]; set by the first direction, added to by the second.</summary>
    internal Tensor DInput { get; set; } = new(0, 0, 0);

    /// <inheritdoc/>
    public void Do(WorkerIndex member) => cell.Backward(pass, member, DOutput, Offset, DInput);
}

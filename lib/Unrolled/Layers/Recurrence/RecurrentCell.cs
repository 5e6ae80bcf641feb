namespace Unrolled;

/// <summary>
/// One layer in one direction, over a whole batch at a time. This class holds the parts that all models share: the
/// product with the inputs, the loop over the steps, sequences that end early, and the products that give the weights'
/// gradients. The equations of a model's step are in its own file.
/// </summary>
internal abstract class RecurrentCell
{
    /// <summary>
    /// The number of sequences in a piece of a batch that one thread works on: the rows of a product's tile.
    /// </summary>
    internal const int RowsTogether = 8;

    // This many rows fill the tiles of a product; a product of fewer is not worth its cost.
    private const int ProjectedRows = 64;

    // Up to this number of features of x, dL/dx is computed by dot products: a tile would be almost empty.
    private const int FewFeatures = 4;

    /// <param name="inputSize">The number of features of x.</param>
    /// <param name="hiddenSize">The number of units.</param>
    /// <param name="gateCount">The number of blocks of rows of the weights.</param>
    /// <param name="suffix">The suffix of its parameters' names, such as _l0_reverse.</param>
    protected RecurrentCell(int inputSize, int hiddenSize, int gateCount, string suffix)
    {
        (InputSize, HiddenSize, GateCount) = (inputSize, hiddenSize, gateCount);
        int gateSize = gateCount * hiddenSize;
        weight_ih = new Parameter("weight_ih" + suffix, gateSize, inputSize);
        weight_hh = new Parameter("weight_hh" + suffix, gateSize, hiddenSize);
        bias_ih = new Parameter("bias_ih" + suffix, gateSize);
        bias_hh = new Parameter("bias_hh" + suffix, gateSize);
    }

    internal int InputSize { get; }

    internal int HiddenSize { get; }

    internal Parameter weight_ih { get; }

    internal Parameter weight_hh { get; }

    internal Parameter bias_ih { get; }

    internal Parameter bias_hh { get; }

    internal virtual IEnumerable<Parameter> Parameters => [weight_ih, weight_hh, bias_ih, bias_hh];

    internal virtual bool HasCells => false;

    /// <summary>The names in the equations of the blocks of a row of gates, after a step.</summary>
    internal abstract IReadOnlyList<string> GateNames { get; }

    /// <summary>The names in the equations of the blocks that a model keeps beside the gates.</summary>
    internal virtual IReadOnlyList<string> KeptNames => [];

    /// <summary>The multiplications and additions of a step of one sequence.</summary>
    internal long WorkOfStep => (long)GateCount * HiddenSize * (InputSize + HiddenSize);

    /// <summary>The number of blocks of rows of the weights.</summary>
    protected int GateCount { get; }

    /// <summary>The number of blocks in a row of net inputs: one for each gate by default.</summary>
    protected virtual int BlockCount => GateCount;

    /// <summary>The number of blocks that a model keeps of every step beside the gates.</summary>
    protected virtual int KeptBlocks => 0;

    /// <summary>The number of blocks of gradient that a model needs for the blocks that it keeps.</summary>
    protected virtual int KeptGradientBlocks => 0;

    /// <summary>The size of a block: the units, padded to whole lanes.</summary>
    protected int Padded => Lanes.Padded(HiddenSize);

    /// <summary>
    /// The first block to which h contributes; it contributes to all later ones too. x contributes to the first ones.
    /// </summary>
    protected virtual int FirstHiddenBlock => 0;

    /// <summary>Prepares a pass; the initial state must be set after it.</summary>
    /// <param name="pass">The pass.</param>
    /// <param name="input">x, [time, batch, input].</param>
    /// <param name="lengths">Each sequence's length; null where all have the full one.</param>
    /// <param name="keepsSteps">Whether a backward pass follows, which needs what every step computed.</param>
    internal void Begin(CellPass pass, Tensor input, IReadOnlyList<int>? lengths, bool keepsSteps)
    {
        (int time, int batch) = (input.Dimensions[0], input.Dimensions[1]);
        int keptSteps = keepsSteps ? time : Math.Min(ProjectedSteps(batch), time);
        pass.Prepare(input, lengths, HiddenSize, BlockCount, HasCells ? 1 : 0, KeptBlocks, keptSteps);
    }

    /// <summary>Copies the weights into the order in which the forward pass reads them.</summary>
    internal virtual void PackForward(PackedWeights packed)
    {
        packed.ShapeBias(BlockCount * Padded);
        packed.Input.Shape(InputSize, GateCount * Padded);
        packed.Hidden.Shape(HiddenSize, GateCount * Padded);
        packed.Bias.Clear();
        for (int gate = 0; gate < GateCount; gate++)
        {
            packed.Input.Place(0, InputBlock(gate) * Padded, Rows(weight_ih.Value, gate).Transposed);
            packed.Hidden.Place(
                0, (HiddenBlock(gate) - FirstHiddenBlock) * Padded, Rows(weight_hh.Value, gate).Transposed);
            Accumulate.Add(Row(bias_ih.Value, gate), Block(packed.Bias.Values, InputBlock(gate)));
            Accumulate.Add(Row(bias_hh.Value, gate), Block(packed.Bias.Values, HiddenBlock(gate)));
        }
    }

    /// <summary>The forward pass of some of the sequences through all steps.</summary>
    internal void Forward(CellPass pass, IndexRange rows, Tensor output, int offset)
    {
        int size = rows == pass.All ? ProjectedSteps(pass.Batch) : 1;
        for (int chunk = 0; chunk < pass.ChunkCount(size); chunk++)
        {
            StepRange steps = pass.Chunk(chunk, size);
            MatrixView net = pass.GatesOf(steps, rows);
            ProjectInputs(pass, pass.InputOf(steps, rows), net);
            for (int i = 0; i < steps.Count; i++)
            {
                int t = pass.StepIn(steps, i);
                ForwardStep(pass, t, rows);
                pass.CarryEnded(t, rows);
                CopyOutput(pass, t, rows, output, offset);
            }
        }
    }

    /// <summary>Prepares the backward pass; the final state's gradient must be set after it.</summary>
    internal virtual void BeginBackward(CellPass pass)
    {
        pass.PrepareBackward(KeptGradientBlocks);
        pass.Gradients.Begin(
            InputSize, HiddenSize, BlockCount * Padded, Math.Min(pass.ChunkSteps, pass.Time) * pass.Batch);
        PackBackward(pass.Weights);
    }

    /// <param name="pass">The result of <see cref="Forward"/>.</param>
    /// <param name="member">The thread, which determines its part of the sequences and of the weights.</param>
    /// <param name="dOutput">dL/dy, [time, batch, features]; null for 0.</param>
    /// <param name="offset">The index of this direction's first feature; 0 for the first direction.</param>
    /// <param name="dInput">dL/dx, [time, batch, input].</param>
    internal void Backward(CellPass pass, WorkerIndex member, Tensor? dOutput, int offset, Tensor dInput)
    {
        IndexRange rows = member.Of(pass.Batch, RowsTogether);
        IndexRange columns = member.Of(BlockCount * Padded, PanelView.Width);
        for (int chunk = pass.ChunkCount(pass.ChunkSteps) - 1; chunk >= 0; chunk--)
        {
            StepRange steps = pass.Chunk(chunk, pass.ChunkSteps);
            for (int i = steps.Count - 1; i >= 0; i--)
            {
                int t = pass.StepIn(steps, i);
                if (dOutput is not null)
                    AddOutputGradient(pass, t, rows, dOutput, offset);
                BackwardStep(pass, t, rows);
                pass.CarryEndedBack(t, rows);
            }

            SetInputGradient(pass, steps, rows, dInput, adds: offset > 0);
            member.WaitForOthers();
            AddWeightGradients(pass, steps, columns);
        }

        AddToParameters(pass.Gradients, columns);
    }

    /// <summary>The block of a gate's net input from x.</summary>
    protected virtual int InputBlock(int gate) => gate;

    /// <summary>The block of a gate's net input from h; a block of its own where not only the sum matters.</summary>
    protected virtual int HiddenBlock(int gate) => gate;

    /// <summary>From the state before step t, and the net inputs from x, to the state after it.</summary>
    protected abstract void ForwardStep(CellPass pass, int t, IndexRange rows);

    /// <summary>
    /// From the gradient of the state after step t to that of its net inputs and of the state before it.
    /// </summary>
    protected abstract void BackwardStep(CellPass pass, int t, IndexRange rows);

    /// <summary>dUᵀ += Σ h'ᵀ d, over some steps and all sequences, for some columns of the net inputs.</summary>
    protected virtual void AddHiddenWeightGradients(CellPass pass, StepRange steps, IndexRange columns) =>
        AddProduct(pass, steps, pass.HiddenBefore(steps), FirstHiddenBlock, GateCount, columns);

    /// <summary>Adds Σ sᵀ d of some blocks, where s is the part of the state that their gates read, to dUᵀ.</summary>
    protected void AddProduct(
        CellPass pass, StepRange steps, MatrixView seen, int firstBlock, int blockCount, IndexRange columns) =>
        AddProduct(pass, steps, seen, firstBlock, blockCount, columns, pass.Gradients.Hidden);

    /// <summary>Further gradients beside those of W, U and the biases.</summary>
    protected virtual void AddOtherWeightGradients(CellPass pass, StepRange steps, IndexRange columns)
    {
    }

    /// <summary>Adds the sums of the whole backward pass to the parameters' gradients, for some columns.</summary>
    protected virtual void AddToParameters(CellGradients sums, IndexRange columns)
    {
        for (int gate = 0; gate < GateCount; gate++)
        {
            AddToRows(sums.Input, sums.Bias, InputBlock(gate), columns, weight_ih.Gradient, bias_ih.Gradient, gate);
            AddToRows(sums.Hidden, sums.Bias, HiddenBlock(gate), columns, weight_hh.Gradient, bias_hh.Gradient, gate);
        }
    }

    /// <summary>net += s Uᵀ, for some blocks, where s is the part of the state that their gates read.</summary>
    protected void AddHiddenProduct(CellPass pass, MatrixView seen, MatrixView net, int firstBlock, int blockCount) =>
        MatrixProduct.Add(
            seen.ColumnBlock(0, HiddenSize),
            pass.Weights.Hidden.Panels.ColumnBlock((firstBlock - FirstHiddenBlock) * Padded, blockCount * Padded),
            net.ColumnBlock(firstBlock * Padded, blockCount * Padded));

    /// <summary>net += h' Uᵀ, for all blocks to which h contributes.</summary>
    protected void AddHiddenProduct(CellPass pass, int t, IndexRange rows) =>
        AddHiddenProduct(pass, pass.HiddenAt(pass.Before(t), rows), pass.GatesAt(t, rows), FirstHiddenBlock, GateCount);

    /// <summary>ds = start + d U, for some blocks, where s is the part of the state that their gates read.</summary>
    protected void SetHiddenGradient(
        CellPass pass, MatrixView start, MatrixView dNet, MatrixView dSeen, int firstBlock, int blockCount) =>
        SetProductBack(
            start.ColumnBlock(0, HiddenSize), dNet.ColumnBlock(firstBlock * Padded, blockCount * Padded),
            pass.Weights.HiddenBack.Panels.RowBlock(
                (firstBlock - FirstHiddenBlock) * HiddenSize, blockCount * HiddenSize),
            dSeen.ColumnBlock(0, HiddenSize));

    // The number of steps whose inputs are multiplied together.
    private static int ProjectedSteps(int batch) => Math.Max(1, ProjectedRows / batch);

    private void PackBackward(PackedWeights packed)
    {
        packed.HiddenBack.Shape(GateCount * HiddenSize, HiddenSize);
        if (InputSize <= FewFeatures)
            packed.ShapeInputColumns(InputSize, GateCount * Padded);
        else
            packed.InputBack.Shape(GateCount * HiddenSize, InputSize);
        for (int gate = 0; gate < GateCount; gate++)
        {
            packed.HiddenBack.Place(
                (HiddenBlock(gate) - FirstHiddenBlock) * HiddenSize, 0, Rows(weight_hh.Value, gate));
            if (InputSize <= FewFeatures)
                packed.PlaceInputColumns(InputBlock(gate) * Padded, Rows(weight_ih.Value, gate));
            else
                packed.InputBack.Place(InputBlock(gate) * HiddenSize, 0, Rows(weight_ih.Value, gate));
        }
    }

    private void ProjectInputs(CellPass pass, MatrixView x, MatrixView net)
    {
        int width = GateCount * Padded;
        Span<float> bias = pass.Weights.Bias.Values;
        MatrixProduct.Set(
            MatrixView.Repeated(bias[..width], net.Rows), x, pass.Weights.Input.Panels, net.ColumnBlock(0, width));
        for (int i = 0; width < net.Columns && i < net.Rows; i++)
            bias[width..].CopyTo(net.Values.Slice(i * net.RowStride + width, net.Columns - width));
    }

    private void SetInputGradient(CellPass pass, StepRange steps, IndexRange rows, Tensor dInput, bool adds)
    {
        int size = rows == pass.All ? steps.Count : 1;
        for (int t = steps.First; t < steps.First + steps.Count; t += size)
        {
            StepRange some = new(t, size);
            MatrixView dx = new(
                dInput.Values.AsSpan((t * pass.Batch + rows.First) * InputSize), size * rows.Count, InputSize);
            MatrixView dNet = pass.DGatesOf(some, rows).ColumnBlock(0, GateCount * Padded);
            MatrixView from = adds ? dx : pass.Zeros(dx.Rows, InputSize);
            if (InputSize <= FewFeatures)
                Processor.Run(new RowDot(from, dNet, pass.Weights.InputColumns, HiddenSize, dx));
            else
                SetProductBack(from, dNet, pass.Weights.InputBack.Panels, dx);
        }
    }

    // The padding between the blocks is left out: it may be infinite after an infinite input, and 0 times infinity is
    // NaN.
    private void SetProductBack(MatrixView start, MatrixView dNet, PanelView weights, MatrixView result)
    {
        if (Padded == HiddenSize)
        {
            MatrixProduct.Set(start, dNet, weights, result);
            return;
        }

        for (int block = 0; block < dNet.Columns / Padded; block++)
        {
            MatrixProduct.Set(
                block == 0 ? start : result, dNet.ColumnBlock(block * Padded, HiddenSize),
                weights.RowBlock(block * HiddenSize, HiddenSize), result);
        }
    }

    // dWᵀ = Σ xᵀ d, dUᵀ = Σ h'ᵀ d and db = Σ d, over some steps and all sequences.
    private void AddWeightGradients(CellPass pass, StepRange steps, IndexRange columns)
    {
        MatrixView dNet = pass.DGatesOf(steps, pass.All).ColumnBlock(columns.First, columns.Count);
        PanelView panels = pass.Gradients.Net.Panels.RowBlock(0, dNet.Rows).ColumnBlock(columns.First, columns.Count);
        Processor.Run(new PackedSum(dNet, panels, pass.Gradients.Bias.ColumnBlock(columns.First, columns.Count)));
        AddProduct(pass, steps, pass.InputOf(steps, pass.All), 0, GateCount, columns, pass.Gradients.Input);
        AddHiddenWeightGradients(pass, steps, columns);
        AddOtherWeightGradients(pass, steps, columns);
    }

    private void AddProduct(
        CellPass pass, StepRange steps, MatrixView seen, int firstBlock, int blockCount, IndexRange columns,
        MatrixView sums)
    {
        IndexRange own = columns.And(firstBlock * Padded, blockCount * Padded);
        if (own.Count == 0)
            return;

        // From the beginning of a panel on: the sums that this adds to the end of the block before are never read.
        int early = own.First % PanelView.Width;
        (int first, int count) = (own.First - early, own.Count + early);
        MatrixProduct.Add(
            seen.Transposed, pass.Gradients.Net.Panels.RowBlock(0, seen.Rows).ColumnBlock(first, count),
            sums.ColumnBlock(first, count));
    }

    private void AddToRows(
        MatrixView weightSums, MatrixView biasSums, int block, IndexRange columns, Tensor weightGradient,
        Tensor biasGradient, int gate)
    {
        IndexRange own = columns.And(block * Padded, HiddenSize);
        if (own.Count == 0)
            return;
        int first = own.First - block * Padded;
        TransposedSum.Add(
            weightSums.ColumnBlock(own.First, own.Count), Rows(weightGradient, gate).RowBlock(first, own.Count));
        Accumulate.Add(biasSums.Values.Slice(own.First, own.Count), Row(biasGradient, gate).Slice(first, own.Count));
    }

    private void CopyOutput(CellPass pass, int t, IndexRange rows, Tensor output, int offset)
    {
        MatrixView h = pass.HiddenAt(pass.After(t), rows);
        MatrixView y = Features(output, pass, t, rows, offset);
        if (y.RowStride == HiddenSize && h.RowStride == HiddenSize && pass.Lengths is null)
        {
            h.Values.CopyTo(y.Values);
            return;
        }

        for (int b = 0; b < rows.Count; b++)
        {
            Span<float> target = y.Values.Slice(b * y.RowStride, HiddenSize);
            if (pass.HasEnded(t, rows.First + b))
                target.Clear();
            else
                h.Values.Slice(b * h.RowStride, HiddenSize).CopyTo(target);
        }
    }

    private void AddOutputGradient(CellPass pass, int t, IndexRange rows, Tensor dOutput, int offset)
    {
        MatrixView dh = pass.DHiddenAt(pass.After(t), rows);
        MatrixView dy = Features(dOutput, pass, t, rows, offset);
        if (dy.RowStride == HiddenSize && dh.RowStride == HiddenSize && pass.Lengths is null)
        {
            Accumulate.Add(dy.Values, dh.Values);
            return;
        }

        for (int b = 0; b < rows.Count; b++)
        {
            if (!pass.HasEnded(t, rows.First + b))
                Accumulate.Add(
                    dy.Values.Slice(b * dy.RowStride, HiddenSize), dh.Values.Slice(b * dh.RowStride, HiddenSize));
        }
    }

    // This direction's part of y or of its gradient at a step.
    private MatrixView Features(Tensor output, CellPass pass, int t, IndexRange rows, int offset)
    {
        int width = output.Dimensions[2];
        return new MatrixView(
            output.Values.AsSpan((t * pass.Batch + rows.First) * width, rows.Count * width), rows.Count, width)
            .ColumnBlock(offset, HiddenSize);
    }

    private MatrixView Rows(Tensor weights, int gate) =>
        new MatrixView(weights.Values, weights.Dimensions[0], weights.Dimensions[1]).RowBlock(
            gate * HiddenSize, HiddenSize);

    private Span<float> Row(Tensor biases, int gate) => biases.Values.AsSpan(gate * HiddenSize, HiddenSize);

    private Span<float> Block(Span<float> blocks, int block) => blocks.Slice(block * Padded, HiddenSize);
}

/// <summary>
/// The gradients of a cell's weights while they are added up: transposed, with the gates along the rows, so that dL/d
/// net inputs can be read in their own order.
/// </summary>
internal sealed class CellGradients
{
    private Tensor sums = new(0, 0);
    private int width;
    private int inputSize;
    private int hiddenSize;

    /// <summary>dWᵀ, [input, blocks · padded].</summary>
    internal MatrixView Input => All.RowBlock(0, inputSize);

    /// <summary>dUᵀ, [hidden, blocks · padded].</summary>
    internal MatrixView Hidden => All.RowBlock(inputSize, hiddenSize);

    /// <summary>The sum of dL/d net inputs, [1, blocks · padded].</summary>
    internal MatrixView Bias => All.RowBlock(inputSize + hiddenSize, 1);

    /// <summary>The gradients of the peepholes, one row a gate, [gates, padded].</summary>
    internal Tensor Peepholes { get; private set; } = new(0, 0);

    /// <summary>dL/d net inputs of one chunk of steps, as the products read them.</summary>
    internal PackedMatrix Net { get; } = new();

    private MatrixView All => new(sums.Values, inputSize + hiddenSize + 1, width, MatrixView.StrideFor(width));

    /// <summary>Sets all sums to 0.</summary>
    internal void Begin(int inputSize, int hiddenSize, int width, int chunkRows)
    {
        Net.Shape(chunkRows, width);
        (this.inputSize, this.hiddenSize, this.width) = (inputSize, hiddenSize, width);
        sums = Tensor.Sized(sums, inputSize + hiddenSize + 1, MatrixView.StrideFor(width));
        sums.Clear();
    }

    internal void BeginPeepholes(int rows, int width)
    {
        Peepholes = Tensor.Sized(Peepholes, rows, width);
        Peepholes.Clear();
    }
}

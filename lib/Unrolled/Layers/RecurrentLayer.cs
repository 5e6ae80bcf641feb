
namespace Unrolled;

/// <summary>
/// Recurrent layers over a batch of sequences, [time, batch, feature], in torch.nn's arrangement: any number of layers,
/// one or two directions, dropout between the layers, sequences of different lengths. Parameters have torch.nn's names,
/// shapes and order of gates.
/// </summary>
public abstract class RecurrentLayer
{
    // This many multiplications take longer than waking a thread.
    private const long WorkWorthAThread = 200_000;

    private readonly RecurrentCell[] cells;
    private readonly Dropout dropout;

    private protected RecurrentLayer(
        int inputSize, int hiddenSize, int layers, bool bidirectional, float dropout,
        Func<int, string, RecurrentCell> createCell)
    {
        InputSize = LayerCheck.RequirePositive(inputSize, nameof(inputSize));
        HiddenSize = LayerCheck.RequireUnits(hiddenSize, nameof(hiddenSize));
        LayerCount = LayerCheck.RequirePositive(layers, nameof(layers));
        DirectionCount = bidirectional ? 2 : 1;
        this.dropout = new Dropout(dropout);
        cells =
        [
            .. from layer in Enumerable.Range(0, layers)
               from direction in Enumerable.Range(0, DirectionCount)
               select createCell(
                   layer == 0 ? inputSize : OutputSize, direction == 0 ? $"_l{layer}" : $"_l{layer}_reverse"),
        ];
        Parameters = new ParameterList(cells.SelectMany(cell => cell.Parameters));
    }

    /// <summary>The features of x.</summary>
    public int InputSize { get; }

    /// <summary>The units of one layer in one direction.</summary>
    public int HiddenSize { get; }

    /// <summary>The number of layers.</summary>
    public int LayerCount { get; }

    /// <summary>2 if every layer reads backwards too, else 1.</summary>
    public int DirectionCount { get; }

    /// <summary>The features of y: the units of the last layer in all its directions.</summary>
    public int OutputSize => DirectionCount * HiddenSize;

    /// <summary>The parameters, layer by layer, forwards before backwards.</summary>
    public ParameterList Parameters { get; }

    /// <summary>The state before the first step when none is given: zeros.</summary>
    /// <param name="batch">The number of sequences.</param>
    public RecurrentState ZeroState(int batch) => NewState(LayerCheck.RequirePositive(batch, nameof(batch)));

    /// <summary>Takes over the parameters of a readable cell, rounded to single precision.</summary>
    /// <param name="cell">A cell with the layer's equations and sizes.</param>
    /// <param name="layer">The number of the layer that takes them, from 0.</param>
    /// <param name="reverse">Whether it is the direction that reads backwards.</param>
    /// <exception cref="ArgumentException">The cell has other equations or sizes; nothing has changed then.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such layer.</exception>
    public void Load(ICell cell, int layer = 0, bool reverse = false)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (!Holds(cell))
        {
            throw new ArgumentException(
                $"cell is of {cell.GetType().Name}, whose equations are not those of this {GetType().Name} layer.",
                nameof(cell));
        }

        CellConversion.Load(this, cell, layer, reverse);
    }

    /// <summary>Whether a cell has the layer's equations.</summary>
    private protected abstract bool Holds(ICell cell);

    /// <summary>The number of elements that a cell of this layer reads.</summary>
    private protected int CellInputSize(int layer) => layer == 0 ? InputSize : OutputSize;

    /// <summary>The forward pass: from inputs to outputs.</summary>
    /// <param name="x">The inputs, [time, batch, input]; do not modify them before <see cref="Backward"/>.</param>
    /// <param name="initial">The state before each sequence's first step; zeros if not given.</param>
    /// <param name="lengths">
    /// The number of steps of each sequence; all steps if not given. The values of x past a length are never read.
    /// </param>
    /// <param name="dropoutSource">The source of dropout's random numbers; no dropout if not given.</param>
    /// <param name="reuse">
    /// An earlier pass of this layer whose buffers may be overwritten; each thread needs one of its own.
    /// </param>
    /// <returns>The outputs and the final state; also the argument of <see cref="Backward"/>.</returns>
    /// <exception cref="ArgumentException">A shape or length does not fit, or the pass is another layer's.</exception>
    /// <exception cref="InvalidOperationException">Another thread is computing with the same pass.</exception>
    public RecurrentPass Forward(
        Tensor x,
        RecurrentState? initial = null,
        IReadOnlyList<int>? lengths = null,
        Random? dropoutSource = null,
        RecurrentPass? reuse = null) => Run(x, initial, lengths, dropoutSource, reuse, keepsSteps: true);

    /// <summary>
    /// The forward pass where no backward pass follows: the same outputs, to the bit, in less memory and time, since
    /// the gates of a step are not kept.
    /// </summary>
    /// <param name="x">The inputs, [time, batch, input].</param>
    /// <param name="initial">The state before each sequence's first step; zeros if not given.</param>
    /// <param name="lengths">The number of steps of each sequence; all steps if not given.</param>
    /// <param name="reuse">
    /// An earlier pass of this layer whose buffers may be overwritten; each thread needs one of its own.
    /// </param>
    /// <returns>The outputs and the final state.</returns>
    /// <exception cref="ArgumentException">A shape or length does not fit, or the pass is another layer's.</exception>
    /// <exception cref="InvalidOperationException">Another thread is computing with the same pass.</exception>
    public RecurrentPass Infer(
        Tensor x, RecurrentState? initial = null, IReadOnlyList<int>? lengths = null, RecurrentPass? reuse = null) =>
        Run(x, initial, lengths, dropoutSource: null, reuse, keepsSteps: false);

    /// <summary>
    /// The backward pass: from the gradient of the outputs to that of the inputs; the gradients of the parameters are
    /// added to those that they hold.
    /// </summary>
    /// <param name="pass">The result of <see cref="Forward"/>.</param>
    /// <param name="dOutput">dL/dy, [time, batch, directions · hidden]; 0 if not given, and past each length.</param>
    /// <param name="dFinal">The gradient of the final state; 0 if not given.</param>
    /// <exception cref="ArgumentException">
    /// A shape does not fit, or the pass is another layer's, or one of <see cref="Infer"/>.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// An optimizer or a file has changed the parameters since the forward pass (a change through
    /// <see cref="Parameter.Value"/> is not seen), or another thread is in a backward pass of this layer or computes
    /// with the same pass.
    /// </exception>
    public RecurrentGradient Backward(RecurrentPass pass, Tensor? dOutput, RecurrentState? dFinal = null)
    {
        RequireOwn(pass, nameof(pass));
        LayerCheck.RequireUnchanged(pass.ParametersVersion, Parameters);
        if (!pass.KeepsSteps)
        {
            throw new ArgumentException(
                $"pass comes from {nameof(Infer)}, which keeps no gates; expected one of {nameof(Forward)}.",
                nameof(pass));
        }

        (int time, int batch) = (pass.Cells[0].Time, pass.Cells[0].Batch);
        dOutput?.Require(nameof(dOutput), time, batch, OutputSize);
        if (dFinal is not null)
            RequireState(dFinal, batch, nameof(dFinal));

        using var gradients = Parameters.Backward.Enter();
        using var buffers = pass.Use.Enter();
        RecurrentState dInitial = StateFor(pass.Gradient?.Initial, batch);
        Tensor? dy = dOutput;
        for (int layer = LayerCount - 1; layer >= 0; layer--)
        {
            Tensor dx = Tensor.Sized(
                pass.LayerInputGradients[layer], time, batch, cells[layer * DirectionCount].InputSize);
            pass.LayerInputGradients[layer] = dx;
            for (int d = 0; d < DirectionCount; d++)
                BackwardCell(pass, layer * DirectionCount + d, dy, d * HiddenSize, dFinal, dInitial, dx);
            if (layer > 0)
                Dropout.BackwardInPlace(dx, pass.LayerMasks[layer - 1]);
            dy = dx;
        }

        if (!ReferenceEquals(pass.Gradient?.Input, dy) || !ReferenceEquals(pass.Gradient?.Initial, dInitial))
            pass.Gradient = new RecurrentGradient(dy!, dInitial);
        return pass.Gradient!;
    }

    /// <summary>
    /// One step, without dropout and without a backward pass, with the present weights. For many steps in a row,
    /// <see cref="OpenStream"/> is much faster: it packs the weights only once.
    /// </summary>
    /// <param name="x">[batch, input].</param>
    /// <param name="state">The state returned by the step before; zeros if not given.</param>
    /// <returns>y, [batch, hidden], and the state for the next step.</returns>
    /// <exception cref="InvalidOperationException">
    /// The layer reads backwards too, so needs the whole sequence.
    /// </exception>
    /// <exception cref="ArgumentException">A shape does not fit.</exception>
    public (Tensor Output, RecurrentState State) Step(Tensor x, RecurrentState? state = null)
    {
        ArgumentNullException.ThrowIfNull(x);
        RequireOneDirection();
        if (x.Shape.Count != 2 || x.Shape[1] != InputSize || x.Count == 0)
            throw new ArgumentException(
                $"x has shape {Tensor.Format([.. x.Shape])}; expected [batch, {InputSize}].", nameof(x));
        RecurrentPass pass = Forward(x.Reshaped(1, x.Shape[0], InputSize), state);
        return (pass.Output.Reshaped(x.Shape[0], HiddenSize), pass.Final);
    }

    /// <summary>A stream of steps through this layer with its present weights.</summary>
    /// <param name="batch">The number of parallel sequences.</param>
    /// <param name="initial">The state before the first step; zeros if not given.</param>
    /// <exception cref="InvalidOperationException">
    /// The layer reads backwards too, so needs the whole sequence.
    /// </exception>
    /// <exception cref="ArgumentException">The state does not fit.</exception>
    public RecurrentStream OpenStream(int batch = 1, RecurrentState? initial = null)
    {
        RequireOneDirection();
        LayerCheck.RequirePositive(batch, nameof(batch));
        if (initial is not null)
            RequireState(initial, batch, nameof(initial));
        return new RecurrentStream(this, batch, initial);
    }

    /// <summary>The equations of one layer and direction, with a copy of its parameters.</summary>
    internal abstract ICell CellOf(int layer, bool reverse);

    /// <summary>The place of a layer and direction among the cells and in a state.</summary>
    internal int PlaceOf(int layer, bool reverse)
    {
        if ((uint)layer >= (uint)LayerCount)
        {
            throw new ArgumentOutOfRangeException(
                nameof(layer), layer, $"layer is {layer}; expected 0 to {LayerCount - 1}.");
        }

        return reverse && DirectionCount == 1
            ? throw new ArgumentException("The layer reads forwards alone; it has no reverse cell.", nameof(reverse))
            : layer * DirectionCount + (reverse ? 1 : 0);
    }

    internal RecurrentCell CellAt(int place) => cells[place];

    internal RecurrentPass NewPass() =>
        new(this, [.. cells.Select((cell, i) => new CellPass(cell, reverse: i % DirectionCount == 1))]);

    internal void PackWeights(RecurrentPass pass)
    {
        pass.ParametersVersion = Parameters.Version;
        for (int i = 0; i < cells.Length; i++)
            cells[i].PackForward(pass.Cells[i].Weights);
    }

    /// <summary>The forward pass with the weights that are packed in the pass.</summary>
    internal void ForwardPacked(
        RecurrentPass pass, Tensor x, RecurrentState? initial, IReadOnlyList<int>? lengths, Random? dropoutSource)
    {
        (int time, int batch) = (x.Dimensions[0], x.Dimensions[1]);
        IReadOnlyList<int>? ownLengths = pass.Keep(lengths);
        Tensor input = lengths is null ? x : ClearedPastLengths(pass, x, lengths);
        for (int layer = 0; layer < LayerCount; layer++)
        {
            Tensor y = Tensor.Sized(pass.OutputBuffers[layer], time, batch, OutputSize);
            pass.OutputBuffers[layer] = y;
            for (int d = 0; d < DirectionCount; d++)
                ForwardCell(pass, layer * DirectionCount + d, input, ownLengths, initial, y, d * HiddenSize);
            bool drops = dropoutSource is not null && layer < LayerCount - 1;
            (input, pass.LayerMasks[layer]) = drops
                ? dropout.Forward(y, dropoutSource, pass.LayerMasks[layer], pass.LayerDropped[layer])
                : (y, null);
            if (pass.LayerMasks[layer] is not null)
                pass.LayerDropped[layer] = input;
        }

        pass.Final = StateFor(pass.Final, batch);
        for (int i = 0; i < cells.Length; i++)
            pass.Cells[i].CopyFinal(pass.Final.Hidden, pass.Final.Cell, i);
    }

    private RecurrentPass Run(
        Tensor x, RecurrentState? initial, IReadOnlyList<int>? lengths, Random? dropoutSource, RecurrentPass? reuse,
        bool keepsSteps)
    {
        LayerCheck.RequireSequences(x, InputSize, nameof(x));
        (int time, int batch) = (x.Dimensions[0], x.Dimensions[1]);
        LayerCheck.RequireLengths(lengths, time, batch);
        if (initial is not null)
            RequireState(initial, batch, nameof(initial));
        RecurrentPass pass = reuse is null ? NewPass() : RequireOwn(reuse, nameof(reuse));
        using var buffers = pass.Use.Enter();
        pass.KeepsSteps = keepsSteps;
        PackWeights(pass);
        ForwardPacked(pass, x, initial, lengths, dropoutSource);
        return pass;
    }

    private RecurrentState NewState(int batch)
    {
        Tensor Zeros() => new(cells.Length, batch, HiddenSize);
        return new RecurrentState(Zeros(), cells[0].HasCells ? Zeros() : null);
    }

    // This state if it has the shape, as a buffer to overwrite.
    private RecurrentState StateFor(RecurrentState? used, int batch) =>
        used is not null && used.Hidden.HasShape(cells.Length, batch, HiddenSize) ? used : NewState(batch);

    private void ForwardCell(
        RecurrentPass pass, int i, Tensor input, IReadOnlyList<int>? lengths, RecurrentState? initial, Tensor output,
        int offset)
    {
        CellPass own = pass.Cells[i];
        cells[i].Begin(own, input, lengths, pass.KeepsSteps);
        own.SetInitial(initial?.Hidden, initial?.Cell, i);
        (own.ForwardWalk.Output, own.ForwardWalk.Offset) = (output, offset);
        WorkerPool.Run(own.ForwardWalk, MembersFor(cells[i], own));
    }

    private void BackwardCell(
        RecurrentPass pass, int i, Tensor? dy, int offset, RecurrentState? dFinal, RecurrentState dInitial, Tensor dx)
    {
        CellPass own = pass.Cells[i];
        cells[i].BeginBackward(own);
        own.SetFinalGradient(dFinal?.Hidden, dFinal?.Cell, i);
        (own.BackwardWalk.DOutput, own.BackwardWalk.Offset, own.BackwardWalk.DInput) = (dy, offset, dx);
        WorkerPool.Run(own.BackwardWalk, MembersFor(cells[i], own));
        own.CopyInitialGradient(dInitial.Hidden, dInitial.Cell, i);
    }

    private static int MembersFor(RecurrentCell cell, CellPass pass)
    {
        long work = cell.WorkOfStep * pass.Time * pass.Batch;
        long most = Math.Min(work / WorkWorthAThread, pass.Batch / RecurrentCell.RowsTogether);
        return (int)Math.Clamp(Threads.ForOneLayer, 1, Math.Max(most, 1));
    }

    // Zeros, so that not even a NaN past a sequence's end can reach a weight's gradient.
    private static Tensor ClearedPastLengths(RecurrentPass pass, Tensor x, IReadOnlyList<int> lengths)
    {
        Tensor cleared = Tensor.Sized(pass.ClearedInput, x.Dimensions);
        pass.ClearedInput = cleared;
        x.Values.CopyTo(cleared.Values, 0);
        for (int b = 0; b < lengths.Count; b++)
        {
            for (int t = lengths[b]; t < x.Dimensions[0]; t++)
                cleared.At(t, b).Clear();
        }

        return cleared;
    }

    private void RequireOneDirection()
    {
        if (DirectionCount == 2)
            throw new InvalidOperationException(
                "A layer that reads backwards needs the whole sequence, and cannot go step by step.");
    }

    private void RequireState(RecurrentState state, int batch, string name)
    {
        RequireUnits(state.Hidden, batch, name, nameof(state.Hidden));
        if (cells[0].HasCells)
        {
            Tensor cell = state.Cell
                ?? throw new ArgumentException($"{name}.Cell is missing; an LSTM's state has one.", name);
            RequireUnits(cell, batch, name, nameof(state.Cell));
        }
        else if (state.Cell is not null)
        {
            throw new ArgumentException($"{name}.Cell is given; only an LSTM's state has one.", name);
        }
    }

    private void RequireUnits(Tensor units, int batch, string state, string part)
    {
        if (!units.HasShape(cells.Length, batch, HiddenSize))
            units.Require($"{state}.{part}", cells.Length, batch, HiddenSize);
    }

    private RecurrentPass RequireOwn(RecurrentPass pass, string name)
    {
        ArgumentNullException.ThrowIfNull(pass, name);
        return ReferenceEquals(pass.Layer, this)
            ? pass
            : throw new ArgumentException($"{name} is a pass of another layer.", name);
    }
}

/// <summary>
/// The state that a recurrent layer carries from one step to the next, or its gradient. The rows of the first dimension
/// run layer by layer, forwards before backwards, as in torch.nn.
/// </summary>
/// <param name="Hidden">h, [layers · directions, batch, hidden].</param>
/// <param name="Cell">c, in the same shape; null where a layer has none.</param>
public sealed record RecurrentState(Tensor Hidden, Tensor? Cell = null)
{
    /// <summary>A copy that shares nothing, so that a later pass cannot overwrite it.</summary>
    public RecurrentState Copy() => new(Hidden.Copy(), Cell?.Copy());

    /// <summary>
    /// The states of some of the sequences, copied, in the order of the indices. A sequence may be taken more than
    /// once, as a beam search does.
    /// </summary>
    /// <param name="sequences">Their indices in the batch, at least one.</param>
    /// <exception cref="ArgumentException">There is no index.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is not in the batch.</exception>
    public RecurrentState Select(IReadOnlyList<int> sequences)
    {
        ArgumentNullException.ThrowIfNull(sequences);
        int batch = Hidden.Dimensions[1];
        if (sequences.Count == 0)
            throw new ArgumentException("sequences is empty; expected at least one index.", nameof(sequences));
        for (int i = 0; i < sequences.Count; i++)
        {
            if ((uint)sequences[i] >= (uint)batch)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(sequences),
                    sequences[i],
                    $"sequences[{i}] is {sequences[i]}; expected 0 to {batch - 1}.");
            }
        }

        return new RecurrentState(Selected(Hidden, sequences), Cell is null ? null : Selected(Cell, sequences));
    }

    private static Tensor Selected(Tensor units, IReadOnlyList<int> sequences)
    {
        Tensor selected = new(units.Dimensions[0], sequences.Count, units.Dimensions[2]);
        for (int layer = 0; layer < units.Dimensions[0]; layer++)
        {
            for (int i = 0; i < sequences.Count; i++)
                units.At(layer, sequences[i]).CopyTo(selected.At(layer, i));
        }

        return selected;
    }
}

/// <summary>
/// The gradients that a backward pass returns; those of the parameters are held by the parameters. The next backward
/// pass of the same pass overwrites these tensors.
/// </summary>
/// <param name="Input">dL/dx, [time, batch, input]; 0 past each sequence's length.</param>
/// <param name="Initial">The gradient of the initial state.</param>
public sealed record RecurrentGradient(Tensor Input, RecurrentState Initial);

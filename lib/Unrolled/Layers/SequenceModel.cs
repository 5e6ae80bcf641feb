namespace Unrolled;

/// <summary>
/// A recurrent layer with a dense head that reads its output at every step or at the last. With an embedding below, the
/// model reads symbols instead of vectors.
/// </summary>
public sealed class SequenceModel
{
    /// <summary>A model that reads vectors, made of parts that keep their own parameters.</summary>
    /// <param name="recurrent">The recurrent layer.</param>
    /// <param name="head">The dense layer on top of it.</param>
    /// <param name="outputAt">The steps at which the head reads.</param>
    /// <exception cref="ArgumentException">The head does not take as many features as the layer gives.</exception>
    public SequenceModel(RecurrentLayer recurrent, Dense head, OutputAt outputAt)
        : this(null, recurrent, head, outputAt, [])
    {
    }

    /// <summary>
    /// A model that reads vectors, whose head is drawn: uniform in ±1/√input, the weight before the bias.
    /// </summary>
    /// <param name="recurrent">The recurrent layer, which keeps its own parameters.</param>
    /// <param name="outputSize">The number of outputs of the head.</param>
    /// <param name="outputAt">The steps at which the head reads.</param>
    /// <param name="random">The seeded source.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no output.</exception>
    public SequenceModel(RecurrentLayer recurrent, int outputSize, OutputAt outputAt, Random random)
        : this(recurrent, HeadOf(recurrent, outputSize, random), outputAt)
    {
    }

    /// <summary>A model that reads symbols, made of parts that keep their own parameters.</summary>
    /// <param name="embedding">The vectors of the symbols.</param>
    /// <param name="recurrent">The recurrent layer.</param>
    /// <param name="head">The dense layer on top of it.</param>
    /// <param name="outputAt">The steps at which the head reads.</param>
    /// <exception cref="ArgumentException">A part does not take as many features as the part below gives.</exception>
    public SequenceModel(Embedding embedding, RecurrentLayer recurrent, Dense head, OutputAt outputAt)
        : this(Given(embedding), recurrent, head, outputAt, embedding.Parameters.Under("embedding."))
    {
    }

    /// <summary>
    /// A model that reads symbols, whose head is drawn: uniform in ±1/√input, the weight before the bias.
    /// </summary>
    /// <param name="embedding">The vectors of the symbols.</param>
    /// <param name="recurrent">The recurrent layer, which keeps its own parameters.</param>
    /// <param name="outputSize">The number of outputs of the head.</param>
    /// <param name="outputAt">The steps at which the head reads.</param>
    /// <param name="random">The seeded source.</param>
    /// <exception cref="ArgumentException">The layer does not take as many features as the embedding gives.</exception>
    public SequenceModel(
        Embedding embedding, RecurrentLayer recurrent, int outputSize, OutputAt outputAt, Random random)
        : this(embedding, recurrent, HeadOf(recurrent, outputSize, random), outputAt)
    {
    }

    private SequenceModel(
        Embedding? embedding,
        RecurrentLayer recurrent,
        Dense head,
        OutputAt outputAt,
        IEnumerable<Parameter> ofEmbedding)
    {
        ArgumentNullException.ThrowIfNull(recurrent);
        ArgumentNullException.ThrowIfNull(head);
        if (embedding is not null && recurrent.InputSize != embedding.Size)
        {
            throw new ArgumentException(
                $"recurrent takes {recurrent.InputSize} features; embedding gives {embedding.Size}.",
                nameof(recurrent));
        }

        if (head.InputSize != recurrent.OutputSize)
        {
            throw new ArgumentException(
                $"head takes {head.InputSize} features; recurrent gives {recurrent.OutputSize}.", nameof(head));
        }

        (Embedding, Recurrent, Head, OutputAt) = (embedding, recurrent, head, outputAt);
        Parameters = new ParameterList(
            [.. ofEmbedding, .. recurrent.Parameters, .. head.Parameters.Under("head.")]);
    }

    /// <summary>The vectors of the symbols; null if the model reads vectors.</summary>
    public Embedding? Embedding { get; }

    /// <summary>The recurrent layer.</summary>
    public RecurrentLayer Recurrent { get; }

    /// <summary>The dense layer on top of the recurrent layer.</summary>
    public Dense Head { get; }

    /// <summary>The steps at which the head reads the recurrent layer.</summary>
    public OutputAt OutputAt { get; }

    /// <summary>
    /// The embedding's parameters under "embedding.", the recurrent layer's under their own names, and the head's under
    /// "head.".
    /// </summary>
    public ParameterList Parameters { get; }

    /// <summary>The head's outputs for vectors.</summary>
    /// <inheritdoc cref="RecurrentLayer.Forward"/>
    public SequencePass Forward(
        Tensor x,
        RecurrentState? initial = null,
        IReadOnlyList<int>? lengths = null,
        Random? dropoutSource = null,
        SequencePass? reuse = null)
    {
        RequireNoEmbedding(nameof(x));
        return Run(x, null, initial, lengths, dropoutSource, reuse, keepsSteps: true);
    }

    /// <summary>The head's outputs for symbols.</summary>
    /// <param name="symbols">[time, batch], each from 0; any symbol past a sequence's length.</param>
    /// <param name="initial">The state before the first step; zeros if null.</param>
    /// <param name="lengths">The length of each sequence; all steps if null.</param>
    /// <param name="dropoutSource">The source of dropout's random numbers; no dropout if null.</param>
    /// <param name="reuse">
    /// An earlier pass whose buffers may be overwritten; each thread needs one of its own.
    /// </param>
    /// <exception cref="ArgumentException">
    /// A symbol, a shape or a length does not fit, or the model has no embedding.
    /// </exception>
    /// <exception cref="InvalidOperationException">Another thread is computing with the same pass.</exception>
    public SequencePass Forward(
        int[,] symbols,
        RecurrentState? initial = null,
        IReadOnlyList<int>? lengths = null,
        Random? dropoutSource = null,
        SequencePass? reuse = null) =>
        Run(
            RequireEmbedding(nameof(symbols)).Forward(symbols), symbols, initial, lengths, dropoutSource, reuse,
            keepsSteps: true);

    /// <summary>The head's outputs for vectors, where no backward pass follows.</summary>
    /// <inheritdoc cref="RecurrentLayer.Infer"/>
    public SequencePass Infer(
        Tensor x,
        RecurrentState? initial = null,
        IReadOnlyList<int>? lengths = null,
        SequencePass? reuse = null)
    {
        RequireNoEmbedding(nameof(x));
        return Run(x, null, initial, lengths, dropoutSource: null, reuse, keepsSteps: false);
    }

    /// <summary>
    /// The head's outputs for symbols, where no backward pass follows: the same, to the bit, in less memory and time,
    /// since the gates of a step are not kept.
    /// </summary>
    /// <param name="symbols">[time, batch], each from 0; any symbol past a sequence's length.</param>
    /// <param name="initial">The state before the first step; zeros if null.</param>
    /// <param name="lengths">The length of each sequence; all steps if null.</param>
    /// <param name="reuse">
    /// An earlier pass whose buffers may be overwritten; each thread needs one of its own.
    /// </param>
    /// <exception cref="ArgumentException">
    /// A symbol, a shape or a length does not fit, or the model has no embedding.
    /// </exception>
    /// <exception cref="InvalidOperationException">Another thread is computing with the same pass.</exception>
    public SequencePass Infer(
        int[,] symbols,
        RecurrentState? initial = null,
        IReadOnlyList<int>? lengths = null,
        SequencePass? reuse = null) =>
        Run(
            RequireEmbedding(nameof(symbols)).Forward(symbols), symbols, initial, lengths, dropoutSource: null, reuse,
            keepsSteps: false);

    /// <summary>The backward pass; adds the gradients to those that the parameters hold.</summary>
    /// <param name="pass">The result of the forward pass.</param>
    /// <param name="dOutput">The gradient of the head's outputs, in their shape.</param>
    /// <returns>
    /// The gradients of the recurrent layer's inputs, which are the vectors of symbols if there are any, and of its
    /// initial state.
    /// </returns>
    /// <exception cref="ArgumentException">A shape does not fit, or the pass is another model's.</exception>
    /// <exception cref="InvalidOperationException">
    /// The parameters have changed since the forward pass, as <see cref="RecurrentLayer.Backward"/> says, or another
    /// thread is in a backward pass of this model or computes with the same pass.
    /// </exception>
    public RecurrentGradient Backward(SequencePass pass, Tensor dOutput)
    {
        ArgumentNullException.ThrowIfNull(pass);
        if (pass.Model != this)
            throw new ArgumentException("pass is a pass of another model.", nameof(pass));
        LayerCheck.RequireUnchanged(pass.ParametersVersion, Parameters);
        using var gradients = Parameters.Backward.Enter();
        using var buffers = pass.Use.Enter();
        RecurrentGradient gradient = BackwardToInputs(pass, dOutput);
        if (pass.Symbols is { } symbols)
            Embedding!.Backward(symbols, gradient.Input);
        return gradient;
    }

    /// <summary>A stream of steps through the model with its present weights; each gives the head's outputs.</summary>
    /// <param name="batch">The number of parallel sequences.</param>
    /// <param name="initial">The state before the first step; zeros if not given.</param>
    /// <exception cref="InvalidOperationException">
    /// The model reads backwards too, so needs the whole sequence.
    /// </exception>
    /// <exception cref="ArgumentException">The state does not fit.</exception>
    public SequenceStream OpenStream(int batch = 1, RecurrentState? initial = null) => new(this, batch, initial);

    /// <summary>
    /// The equations of the model, with a copy of its parameters in double precision: its layers, one on top of the
    /// other, and linear output units. If the model has an embedding, the cell reads the vectors of the symbols.
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// The model reads backwards too, so that it is no cell; its layers have cells of their own.
    /// </exception>
    public CellWithOutput ToCell()
    {
        if (Recurrent.DirectionCount == 2)
        {
            throw new InvalidOperationException(
                "A model that reads backwards has no step from left to right; each of its recurrent layers has a cell "
                + "for each direction.");
        }

        ICell[] layers =
            [.. Enumerable.Range(0, Recurrent.LayerCount).Select(layer => Recurrent.CellOf(layer, reverse: false))];
        return new CellWithOutput(layers is [ICell one] ? one : new DeepRnn(layers), Head.ToOutputLayer());
    }

    internal Embedding RequireEmbedding(string name) => Embedding ?? throw new ArgumentException(
        $"{name} were given; this model has no embedding, and expects a tensor "
            + $"[time, batch, {Recurrent.InputSize}].",
        name);

    internal void RequireNoEmbedding(string name)
    {
        if (Embedding is not null)
        {
            throw new ArgumentException(
                $"{name} is a tensor; this model has an embedding, and expects symbols, an int[,] of 0 to "
                    + $"{Embedding.Vocabulary - 1}.",
                name);
        }
    }

    private static Dense HeadOf(RecurrentLayer recurrent, int outputSize, Random random)
    {
        ArgumentNullException.ThrowIfNull(recurrent);
        return new Dense(recurrent.OutputSize, outputSize, random);
    }

    private static Embedding Given(Embedding embedding)
    {
        ArgumentNullException.ThrowIfNull(embedding);
        return embedding;
    }

    private SequencePass Run(
        Tensor x,
        int[,]? symbols,
        RecurrentState? initial,
        IReadOnlyList<int>? lengths,
        Random? dropoutSource,
        SequencePass? reuse,
        bool keepsSteps)
    {
        using var buffers = reuse is null ? default : reuse.Use.Enter();
        int version = Parameters.Version;
        RecurrentPass pass = keepsSteps
            ? Recurrent.Forward(x, initial, lengths, dropoutSource, reuse?.Recurrent)
            : Recurrent.Infer(x, initial, lengths, reuse?.Recurrent);
        Tensor read = OutputAt == OutputAt.EveryStep ? pass.Output : LastStates(pass.Final.Hidden, reuse?.Read);
        Tensor output = Head.Forward(read, reuse?.Output);
        bool reused = reuse is not null && ReferenceEquals(read, reuse.Read) && ReferenceEquals(output, reuse.Output);
        SequencePass result = reused ? reuse! : new SequencePass(output, read, pass);
        (result.Model, result.ParametersVersion, result.Symbols) = (this, version, symbols);
        return result;
    }

    private RecurrentGradient BackwardToInputs(SequencePass pass, Tensor dOutput)
    {
        pass.DRead = Head.Backward(pass.Read, dOutput, pass.DRead);
        if (OutputAt == OutputAt.EveryStep)
            return Recurrent.Backward(pass.Recurrent, pass.DRead);
        pass.DFinal ??= Recurrent.ZeroState(dOutput.Dimensions[0]);
        SetLastStates(pass.DRead, pass.DFinal.Hidden);
        return Recurrent.Backward(pass.Recurrent, dOutput: null, pass.DFinal);
    }

    private int FirstOfLastLayer => (Recurrent.LayerCount - 1) * Recurrent.DirectionCount;

    private Tensor LastStates(Tensor hidden, Tensor? reuse)
    {
        Tensor read = Tensor.Sized(reuse, hidden.Dimensions[1], Recurrent.OutputSize);
        for (int b = 0; b < read.Dimensions[0]; b++)
        {
            for (int d = 0; d < Recurrent.DirectionCount; d++)
                hidden.At(FirstOfLastLayer + d, b).CopyTo(read.At(b)[(d * Recurrent.HiddenSize)..]);
        }

        return read;
    }

    // The loss does not depend on the final states of the layers below, whose gradients stay 0.
    private void SetLastStates(Tensor dRead, Tensor dHidden)
    {
        int size = Recurrent.HiddenSize;
        for (int b = 0; b < dRead.Dimensions[0]; b++)
        {
            for (int d = 0; d < Recurrent.DirectionCount; d++)
                dRead.At(b).Slice(d * size, size).CopyTo(dHidden.At(FirstOfLastLayer + d, b));
        }
    }
}

/// <summary>The result of a forward pass of a <see cref="SequenceModel"/> over a batch.</summary>
/// <param name="Output">The head's outputs, [time, batch, output] or [batch, output].</param>
/// <param name="Read">The head's inputs, [time, batch, feature] or [batch, feature].</param>
/// <param name="Recurrent">The recurrent layer's pass.</param>
public sealed record SequencePass(Tensor Output, Tensor Read, RecurrentPass Recurrent)
{
    /// <summary>The model whose forward pass this is.</summary>
    internal SequenceModel? Model { get; set; }

    /// <summary>The version of the model's parameters that the outputs were computed with.</summary>
    internal int ParametersVersion { get; set; }

    /// <summary>Held while the buffers are written.</summary>
    internal ExclusiveUse Use { get; } = new(
        "Another thread is computing with the same pass. Give each thread a pass of its own.");

    internal int[,]? Symbols { get; set; }

    internal Tensor? DRead { get; set; }

    internal RecurrentState? DFinal { get; set; }
}

/// <summary>The steps at which the head of a <see cref="SequenceModel"/> reads its recurrent layer.</summary>
public enum OutputAt
{
    /// <summary>The output of every step: [time, batch, feature].</summary>
    EveryStep,

    /// <summary>Each direction's state after its last step, at each sequence's own length: [batch, feature].</summary>
    LastStep,
}

using static Unrolled.Pointwise;

namespace Unrolled;

/// <summary>
/// One network reads a sequence, another writes one (Sutskever, Vinyals and Le 2014, Sequence to Sequence Learning with
/// Neural Networks, equation 1).
/// <code>
/// s(t)  = F(E_x x(t), s(t-1)),         t = 1 … T        the encoder reads
/// s'(0) = s(T)                                          all that passes from one to the other
/// s'(t) = G(E_y y(t-1), s'(t-1)),      y(0) = start      the decoder writes
/// p(y(t) | x, y(1) … y(t-1)) = \mathrm{softmax}(a_y(t))
/// L = -\sum_t \ln p(y(t) | x, y(1) … y(t-1)),           the last y is the end symbol
/// </code>
/// <para>
/// In training the decoder reads the true y(t−1) instead of its own output: teacher forcing. In use it reads its own
/// choice: the most probable symbol (greedy), or the symbols of the few most probable beginnings (beam search). In the
/// paper both are LSTMs, four layers deep, and the source is read backwards; here they are any two cells with states of
/// one shape. Cho et al. 2014 hand s(T) to every step of the decoder, not to the first alone.
/// </para>
/// </summary>
public sealed class EncoderDecoder
{
    /// <summary>A pair of networks.</summary>
    /// <param name="sourceEmbedding">E_x: a vector for every source symbol.</param>
    /// <param name="encoder">F: a cell that reads such vectors.</param>
    /// <param name="targetEmbedding">E_y: a vector for every target symbol.</param>
    /// <param name="decoder">G with output units: a cell that reads such vectors, with linear output units a_y, one for
    /// every target symbol, and states of the encoder's shape.</param>
    /// <param name="start">The symbol that the decoder reads first.</param>
    /// <param name="end">The symbol that ends a target; it may be the same.</param>
    /// <exception cref="ArgumentException">The parts do not fit; the message says which and how.</exception>
    public EncoderDecoder(
        EmbeddingMatrix sourceEmbedding, ICell encoder, EmbeddingMatrix targetEmbedding, CellWithOutput decoder,
        int start, int end)
    {
        ArgumentNullException.ThrowIfNull(sourceEmbedding);
        ArgumentNullException.ThrowIfNull(encoder);
        ArgumentNullException.ThrowIfNull(targetEmbedding);
        ArgumentNullException.ThrowIfNull(decoder);
        Require(encoder.InputSize, sourceEmbedding.E.RowCount, "encoder reads", "as sourceEmbedding's vectors have");
        Require(decoder.InputSize, targetEmbedding.E.RowCount, "decoder reads", "as targetEmbedding's vectors have");
        Require(decoder.OutputSize, targetEmbedding.E.ColumnCount, "decoder writes", "as targetEmbedding has symbols");
        Shapes.RequireSizes(State.Zeros(decoder.StateSizes), encoder.StateSizes, "decoder's state");
        if (decoder.OutputLayer.OutputActivation != OutputActivation.Linear)
            throw new ArgumentException(
                $"decoder has {decoder.OutputLayer.OutputActivation} output units; expected {OutputActivation.Linear} "
                + "ones.",
                nameof(decoder));
        RequireSymbols([start, end], targetEmbedding, "start and end");
        (SourceEmbedding, Encoder, TargetEmbedding, Decoder) = (sourceEmbedding, encoder, targetEmbedding, decoder);
        (Start, End) = (start, end);
    }

    /// <summary>E_x: a vector for every source symbol.</summary>
    public EmbeddingMatrix SourceEmbedding { get; }

    /// <summary>F.</summary>
    public ICell Encoder { get; }

    /// <summary>E_y: a vector for every target symbol.</summary>
    public EmbeddingMatrix TargetEmbedding { get; }

    /// <summary>G with its output units.</summary>
    public CellWithOutput Decoder { get; }

    /// <summary>The symbol that the decoder reads first.</summary>
    public int Start { get; }

    /// <summary>The symbol that ends a target.</summary>
    public int End { get; }

    /// <summary>All parameters: "source.E", "encoder.W_i", "target.E", "decoder.V" and so on.</summary>
    public ParameterSet Parameters => new()
    {
        { "source", SourceEmbedding.Parameters },
        { "encoder", Encoder.Parameters },
        { "target", TargetEmbedding.Parameters },
        { "decoder", Decoder.Parameters },
    };

    /// <summary>A pair of the same sizes whose parameters are all 0.</summary>
    public EncoderDecoder ZerosLike() => new(
        SourceEmbedding.ZerosLike(), Encoder.ZerosLike(), TargetEmbedding.ZerosLike(), Decoder.ZerosLike(), Start, End);

    /// <summary>Reads a source and, with teacher forcing, a target.</summary>
    /// <param name="source">The source's symbols, at least one.</param>
    /// <param name="target">The target's symbols, without start and end; it may be empty.</param>
    /// <exception cref="ArgumentException">The source is empty, or a symbol is unknown.</exception>
    public EncoderDecoderRun Run(IReadOnlyList<int> source, IReadOnlyList<int> target)
    {
        RequireSymbols(target, TargetEmbedding, nameof(target));
        int[] read = [Start, .. target];
        int[] expected = [.. target, End];

        var encoder = Encode(source);
        var decoder = Decoder.Run(TargetEmbedding.Forward(read), encoder.Final);
        var loss = SequenceLoss.Of(
            new CrossEntropy(), decoder.Outputs, Sequence.OneHot(expected, TargetEmbedding.E.ColumnCount));

        return new EncoderDecoderRun([.. source], read, encoder, decoder, loss);
    }

    /// <summary>
    /// The backward pass of a run's loss through the decoder, its initial state and the encoder.
    /// </summary>
    /// <param name="run">The result of <see cref="Run"/>.</param>
    public EncoderDecoderGradient Gradient(EncoderDecoderRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var decoder = BackpropagationThroughTime.Gradient(Decoder, run.Decoder, run.Loss.Gradients);
        // The encoder's outputs are not used: the loss depends on its final state alone.
        var nothing = Vector.Build.Dense(Encoder.OutputSize);
        var encoder = BackpropagationThroughTime.Gradient(
            Encoder, run.Encoder, [.. run.Encoder.Select(_ => nothing)], decoder.OfInitialState);

        var (dsource, dtarget) = (SourceEmbedding.ZerosLike(), TargetEmbedding.ZerosLike());
        SourceEmbedding.Backward(run.Source, encoder.OfInputs, dsource);
        TargetEmbedding.Backward(run.Read, decoder.OfInputs, dtarget);

        return new EncoderDecoderGradient(dsource, encoder, dtarget, decoder);
    }

    /// <summary>Writes a target by taking the most probable symbol at every step.</summary>
    /// <param name="source">The source's symbols, at least one.</param>
    /// <param name="longest">The number of symbols after which it is stopped.</param>
    /// <exception cref="ArgumentException">The source is empty, or a symbol is unknown.</exception>
    public Hypothesis Greedy(IReadOnlyList<int> source, int longest)
    {
        Shapes.RequirePositive(longest, nameof(longest));
        var written = Beginning(source);
        while (!written.Target.IsComplete && written.Target.Symbols.Count < longest)
            written = Continuations(written).MaxBy(continuation => continuation.Target.LogProbability)!;
        return written.Target;
    }

    /// <summary>
    /// Writes targets by beam search: at every step all continuations of the beginnings in the beam are compared, and
    /// the most probable few are kept. One that ends leaves the beam and makes it narrower, as in the paper.
    /// </summary>
    /// <param name="source">The source's symbols, at least one.</param>
    /// <param name="width">The number of beginnings kept; 1 is greedy.</param>
    /// <param name="longest">The number of symbols after which a beginning is stopped.</param>
    /// <param name="lengthPenalty">
    /// α of <see cref="Hypothesis.Score"/>, which orders what was found: 0 for ln p alone. It does not change what is
    /// found, since the beginnings that are compared with one another are all of one length.
    /// </param>
    /// <param name="watch">
    /// The receiver of all continuations of each length that were compared, the most probable first; nobody if null.
    /// </param>
    /// <returns>
    /// The complete targets, the best first, and behind them those that were stopped, the best first: the first is
    /// complete if any is.
    /// </returns>
    /// <exception cref="ArgumentException">The source is empty, or a symbol is unknown.</exception>
    public IReadOnlyList<Hypothesis> BeamSearch(
        IReadOnlyList<int> source, int width, int longest, double lengthPenalty = 0,
        Action<IReadOnlyList<BeamContinuation>>? watch = null)
    {
        Shapes.RequirePositive(width, nameof(width));
        Shapes.RequirePositive(longest, nameof(longest));
        var found = new List<Hypothesis>();
        List<Written> beam = [Beginning(source)];
        for (int length = 0; length < longest && found.Count < width; length++)
        {
            Written[] compared =
            [
                .. beam.SelectMany(Continuations)
                    .OrderByDescending(continuation => continuation.Target.LogProbability),
            ];
            int room = width - found.Count;
            watch?.Invoke([.. compared.Select((one, place) => new BeamContinuation(one.Target, place < room))]);
            Written[] kept = [.. compared.Take(room)];
            found.AddRange(kept.Select(continuation => continuation.Target).Where(target => target.IsComplete));
            beam = [.. kept.Where(continuation => !continuation.Target.IsComplete)];
        }

        return Hypothesis.Ranked(found.Concat(beam.Select(written => written.Target)), lengthPenalty);
    }

    private CellTrace Encode(IReadOnlyList<int> source)
    {
        RequireSymbols(source, SourceEmbedding, nameof(source));
        return Encoder.Run(SourceEmbedding.Forward(source));
    }

    private Written Beginning(IReadOnlyList<int> source) => new(Hypothesis.Empty, Encode(source).Final);

    // Every symbol that can come next, and the end.
    private IEnumerable<Written> Continuations(Written written)
    {
        var (target, before) = written;
        int read = target.Symbols.Count == 0 ? Start : target.Symbols[^1];
        var step = Decoder.Forward(TargetEmbedding.Forward(read), before);
        State after = ((ICellStep)step).After;
        return LogSoftmax(step.y).Select(
            (logProbability, symbol) => new Written(target.Then(symbol, logProbability, End), after));
    }

    private static void RequireSymbols(IEnumerable<int> symbols, EmbeddingMatrix embedding, string name)
    {
        ArgumentNullException.ThrowIfNull(symbols, name);
        foreach (int symbol in symbols)
        {
            if (symbol < 0 || symbol >= embedding.E.ColumnCount)
                throw new ArgumentOutOfRangeException(
                    name, symbol, $"{name} holds {symbol}; expected 0 to {embedding.E.ColumnCount - 1}.");
        }
    }

    private static void Require(int found, int expected, string what, string ofWhat)
    {
        if (found != expected)
            throw new ArgumentException($"{what} {found} elements; expected {expected}, {ofWhat}.");
    }

    // What the decoder has written, and its state then.
    private sealed record Written(Hypothesis Target, State State);
}

/// <summary>The result of a forward pass of an <see cref="EncoderDecoder"/> over a source and a target.</summary>
/// <param name="Source">The symbols that the encoder read.</param>
/// <param name="Read">The symbols that the decoder read: start, then the target.</param>
/// <param name="Encoder">The encoder's steps.</param>
/// <param name="Decoder">The decoder's steps; its outputs are the logits a_y.</param>
/// <param name="Loss">−ln p of every target symbol and of the end.</param>
public sealed record EncoderDecoderRun(
    IReadOnlyList<int> Source, IReadOnlyList<int> Read, CellTrace Encoder, CellTrace Decoder, SequenceLoss Loss);

/// <summary>The gradient of a loss with respect to everything that took part in an encoder–decoder's run.</summary>
/// <param name="SourceEmbedding">dL/dE_x.</param>
/// <param name="Encoder">The encoder's gradient.</param>
/// <param name="TargetEmbedding">dL/dE_y.</param>
/// <param name="Decoder">
/// The decoder's gradient; its <see cref="CellGradient.OfInitialState"/> is the gradient of the encoder's final state.
/// </param>
public sealed record EncoderDecoderGradient(
    EmbeddingMatrix SourceEmbedding, CellGradient Encoder, EmbeddingMatrix TargetEmbedding, CellGradient Decoder)
{
    /// <summary>dL/dθ of all parts, in the order of <see cref="EncoderDecoder.Parameters"/>.</summary>
    public ParameterSet OfParameters => new()
    {
        { "source", SourceEmbedding.Parameters },
        { "encoder", Encoder.OfParameters.Parameters },
        { "target", TargetEmbedding.Parameters },
        { "decoder", Decoder.OfParameters.Parameters },
    };
}

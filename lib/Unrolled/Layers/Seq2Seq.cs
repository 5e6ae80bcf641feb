namespace Unrolled;

/// <summary>
/// An encoder that reads a sequence and a decoder that writes one (Sutskever, Vinyals and Le 2014, equation 1): the
/// decoder is a model of the next symbol that starts from the encoder's final state. Nothing else passes between them,
/// unless the decoder looks back at the encoder's states before it names a symbol (<see cref="Unrolled.LookBack"/>).
/// <code>
/// s(t)   = G(E_y y(t-1), s(t-1)),   s(0) = h(T)       the decoder reads what is written
/// a_y(t) = V s(t) + b_y                               and says what comes next,
/// a_y(t) = V [s(t); c(t)] + b_y                       or so, with the context c(t) of a look back
/// </code>
/// </summary>
public sealed class Seq2Seq
{
    /// <summary>A pair of networks, made of parts that keep their own parameters.</summary>
    /// <param name="sourceEmbedding">The vectors of the source symbols.</param>
    /// <param name="encoder">The recurrent layer that reads them.</param>
    /// <param name="targetEmbedding">The vectors of the target symbols.</param>
    /// <param name="decoder">The recurrent layer that reads those, forwards only.</param>
    /// <param name="head">
    /// The dense layer that reads the decoder, with an output for each target symbol: of the decoder's hidden state
    /// alone or, with a look back, of twice as many numbers.
    /// </param>
    /// <param name="start">The symbol that the decoder reads first.</param>
    /// <param name="end">The symbol that ends a target; it may be the same.</param>
    /// <param name="lookBack">The states that the decoder looks at before it names a symbol.</param>
    /// <exception cref="ArgumentException">The parts do not fit; the message says which and how.</exception>
    public Seq2Seq(
        Embedding sourceEmbedding,
        RecurrentLayer encoder,
        Embedding targetEmbedding,
        RecurrentLayer decoder,
        Dense head,
        int start,
        int end,
        LookBack lookBack = LookBack.None)
    {
        ArgumentNullException.ThrowIfNull(sourceEmbedding);
        ArgumentNullException.ThrowIfNull(encoder);
        ArgumentNullException.ThrowIfNull(targetEmbedding);
        ArgumentNullException.ThrowIfNull(decoder);
        ArgumentNullException.ThrowIfNull(head);
        LayerCheck.RequireDefined(lookBack, nameof(lookBack));
        RequireReads(encoder, sourceEmbedding, nameof(encoder), nameof(sourceEmbedding));
        RequireReads(decoder, targetEmbedding, nameof(decoder), nameof(targetEmbedding));
        RequireDirections(encoder, decoder, lookBack);
        RequireSameState(encoder, decoder);
        RequireHead(head, HeadInputs(decoder, lookBack), targetEmbedding.Vocabulary);
        RequireSymbol(start, targetEmbedding, nameof(start));
        RequireSymbol(end, targetEmbedding, nameof(end));
        (SourceEmbedding, Encoder, TargetEmbedding, Decoder) = (sourceEmbedding, encoder, targetEmbedding, decoder);
        (Head, Start, End, LookBack) = (head, start, end, lookBack);
        Parameters = new ParameterList(
        [
            .. sourceEmbedding.Parameters.Under("source."),
            .. encoder.Parameters.Under("encoder."),
            .. targetEmbedding.Parameters.Under("target."),
            .. decoder.Parameters.Under("decoder."),
            .. head.Parameters.Under("head."),
        ]);
    }

    /// <summary>
    /// A pair of networks whose parts keep their own parameters, and whose head is drawn: uniform in ±1/√input, the
    /// weight before the bias.
    /// </summary>
    /// <param name="sourceEmbedding">The vectors of the source symbols.</param>
    /// <param name="encoder">The recurrent layer that reads them.</param>
    /// <param name="targetEmbedding">The vectors of the target symbols.</param>
    /// <param name="decoder">The recurrent layer that reads those, forwards only.</param>
    /// <param name="start">The symbol that the decoder reads first.</param>
    /// <param name="end">The symbol that ends a target; it may be the same.</param>
    /// <param name="random">The seeded source.</param>
    /// <param name="lookBack">The states that the decoder looks at before it names a symbol.</param>
    /// <exception cref="ArgumentException">The parts do not fit; the message says which and how.</exception>
    public Seq2Seq(
        Embedding sourceEmbedding,
        RecurrentLayer encoder,
        Embedding targetEmbedding,
        RecurrentLayer decoder,
        int start,
        int end,
        Random random,
        LookBack lookBack = LookBack.None)
        : this(
            sourceEmbedding, encoder, targetEmbedding, decoder, HeadOf(decoder, targetEmbedding, lookBack, random),
            start, end, lookBack)
    {
    }

    /// <summary>The vectors of the source symbols.</summary>
    public Embedding SourceEmbedding { get; }

    /// <summary>The recurrent layer that reads the source.</summary>
    public RecurrentLayer Encoder { get; }

    /// <summary>The vectors of the target symbols.</summary>
    public Embedding TargetEmbedding { get; }

    /// <summary>The recurrent layer that reads what was written.</summary>
    public RecurrentLayer Decoder { get; }

    /// <summary>V and b_y, which read the decoder's state and, behind it, the context of a look back.</summary>
    public Dense Head { get; }

    /// <summary>The symbol that the decoder reads first.</summary>
    public int Start { get; }

    /// <summary>The symbol that ends a target.</summary>
    public int End { get; }

    /// <summary>The states that the decoder looks at before it names a symbol.</summary>
    public LookBack LookBack { get; }

    /// <summary>
    /// The parameters of the parts, under "source.", "encoder.", "target.", "decoder." and "head.".
    /// </summary>
    public ParameterList Parameters { get; }

    /// <summary>
    /// The number of units whose state the encoder hands to the decoder, the first of every layer, to measure what has
    /// to pass; the decoder's other units begin from 0. All units if null.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">There are not as many units, or it is not positive.</exception>
    public int? PassedUnits
    {
        get;
        init => field = value is not { } units || (units >= 1 && units <= Encoder.HiddenSize)
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(PassedUnits), value, $"PassedUnits is {value}; expected 1 to {Encoder.HiddenSize}.");
    }

    /// <summary>
    /// The forward pass with teacher forcing: at every step the decoder reads the true symbol before it.
    /// </summary>
    /// <param name="source">[source time, batch]; any symbol past a source's length.</param>
    /// <param name="read">The decoder's inputs, [target time, batch]: start, then the target.</param>
    /// <param name="sourceLengths">The length of each source; all steps if null.</param>
    /// <param name="dropoutSource">The source of dropout's random numbers; no dropout if null.</param>
    /// <param name="reuse">
    /// An earlier pass whose buffers may be overwritten; each thread needs one of its own.
    /// </param>
    /// <exception cref="ArgumentException">A symbol, a shape or a length does not fit.</exception>
    /// <exception cref="InvalidOperationException">Another thread is computing with the same pass.</exception>
    public Seq2SeqPass Forward(
        int[,] source,
        int[,] read,
        IReadOnlyList<int>? sourceLengths = null,
        Random? dropoutSource = null,
        Seq2SeqPass? reuse = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(read);
        if (read.GetLength(1) != source.GetLength(1))
        {
            throw new ArgumentException(
                $"read has {read.GetLength(1)} sequences; expected {source.GetLength(1)}, one for each source.",
                nameof(read));
        }

        using var buffers = reuse is null ? default : reuse.Use.Enter();
        int version = Parameters.Version;
        RecurrentPass encoder = Encoder.Forward(
            SourceEmbedding.Forward(source),
            lengths: sourceLengths,
            dropoutSource: dropoutSource,
            reuse: reuse?.Encoder);
        RecurrentPass decoder = Decoder.Forward(
            TargetEmbedding.Forward(read), Passed(encoder.Final), dropoutSource: dropoutSource, reuse: reuse?.Decoder);
        Tensor? weights = null;
        Tensor states = decoder.Output;
        if (LookBack != LookBack.None)
        {
            (states, weights) = Looking.Forward(
                decoder.Output, encoder.Output, sourceLengths, LookBack == LookBack.LastState);
        }

        return new Seq2SeqPass(source, read, encoder, decoder, states, weights, Head.Forward(states, reuse?.Output))
        {
            Model = this,
            ParametersVersion = version,
            // A copy, since the caller may change them.
            SourceLengths = sourceLengths is null ? null : [.. sourceLengths],
            DStates = reuse?.DStates,
        };
    }

    /// <summary>
    /// The backward pass through the decoder, its initial state and the encoder; adds the gradients to those that the
    /// parameters hold.
    /// </summary>
    /// <param name="pass">The result of <see cref="Forward"/>.</param>
    /// <param name="dOutput">The gradient of the logits, in their shape.</param>
    /// <exception cref="ArgumentException">A shape does not fit, or the pass is another model's.</exception>
    /// <exception cref="InvalidOperationException">
    /// The parameters have changed since the forward pass, as <see cref="RecurrentLayer.Backward"/> says, or another
    /// thread is in a backward pass of this model or computes with the same pass.
    /// </exception>
    public void Backward(Seq2SeqPass pass, Tensor dOutput)
    {
        ArgumentNullException.ThrowIfNull(pass);
        if (pass.Model != this)
            throw new ArgumentException("pass is a pass of another model.", nameof(pass));
        LayerCheck.RequireUnchanged(pass.ParametersVersion, Parameters);
        using var gradients = Parameters.Backward.Enter();
        using var buffers = pass.Use.Enter();
        pass.DStates = Head.Backward(pass.States, dOutput, pass.DStates);
        (Tensor dState, Tensor? dMemory) = pass.Weights is { } weights
            ? Looking.Backward(
                pass.Decoder.Output, pass.Encoder.Output, weights, pass.SourceLengths, pass.DStates)
            : (pass.DStates, null);
        RecurrentGradient dDecoder = Decoder.Backward(pass.Decoder, dState);
        TargetEmbedding.Backward(pass.Read, dDecoder.Input);
        // Without a look back the loss depends on the encoder's final state alone, and dMemory is null.
        RecurrentGradient dEncoder = Encoder.Backward(pass.Encoder, dMemory, Passed(dDecoder.Initial));
        SourceEmbedding.Backward(pass.Source, dEncoder.Input);
    }

    /// <summary>A target for every source, written by taking the most probable symbol at every step.</summary>
    /// <param name="source">[source time, batch]; any symbol past a source's length.</param>
    /// <param name="longest">The number of symbols after which a target is stopped.</param>
    /// <param name="sourceLengths">The length of each source; all steps if null.</param>
    /// <returns>The targets, in the order of the sources.</returns>
    /// <exception cref="ArgumentException">A symbol or a length does not fit.</exception>
    public IReadOnlyList<Hypothesis> Greedy(int[,] source, int longest, IReadOnlyList<int>? sourceLengths = null)
    {
        LayerCheck.RequirePositive(longest, nameof(longest));
        Seq2SeqStream stream = Write(source, sourceLengths);
        int[] read = [.. Enumerable.Repeat(Start, stream.Batch)];
        Hypothesis[] written = [.. Enumerable.Repeat(Hypothesis.Empty, stream.Batch)];
        for (int length = 0; length < longest && written.Any(target => !target.IsComplete); length++)
        {
            Tensor logits = stream.Step(read);
            for (int b = 0; b < stream.Batch; b++)
            {
                read[b] = ArgMax.IndexOf(logits.At(b));
                if (!written[b].IsComplete)
                    written[b] = written[b].Then(read[b], LogProbabilities(logits, b)[read[b]], End);
            }
        }

        return written;
    }

    /// <summary>A target, written by taking the most probable symbol at every step.</summary>
    /// <param name="source">The source's symbols, at least one.</param>
    /// <param name="longest">The number of symbols after which the target is stopped.</param>
    /// <exception cref="ArgumentException">The source is empty, or a symbol is unknown.</exception>
    public Hypothesis Greedy(IReadOnlyList<int> source, int longest) => Greedy(Column(source), longest)[0];

    /// <summary>
    /// Targets, written by beam search: at every step all continuations of the beginnings in the beam are compared, and
    /// the most probable few are kept. One that ends leaves the beam and makes it narrower (Sutskever, Vinyals and Le
    /// 2014, section 3.2). All beginnings take each step together, as one batch.
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
        LayerCheck.RequirePositive(width, nameof(width));
        LayerCheck.RequirePositive(longest, nameof(longest));
        List<Hypothesis> found = [];
        Hypothesis[] beam = Grow(source, longest, (compared, _) =>
        {
            int room = width - found.Count;
            watch?.Invoke([.. compared.Select((one, place) => new BeamContinuation(one.Target, place < room))]);
            Continuation[] kept = [.. compared.Take(room)];
            found.AddRange(kept.Select(one => one.Target).Where(target => target.IsComplete));
            return [.. kept.Where(one => !one.Target.IsComplete)];
        });
        return Hypothesis.Ranked([.. found, .. beam], lengthPenalty);
    }

    /// <summary>
    /// The most probable of all targets that end, by a search that leaves none out: a beginning is dropped only when a
    /// complete target is known that is at least as probable, since every further symbol makes it less so (as Stahlberg
    /// and Byrne 2019, On NMT Search Errors and Model Errors, search exactly).
    /// </summary>
    /// <param name="source">The source's symbols, at least one.</param>
    /// <param name="longest">The number of symbols, the end included, that a target has at most.</param>
    /// <param name="mostBeginnings">The number of beginnings of one length for which there is patience.</param>
    /// <returns>The target; null if none that ends is as short as that.</returns>
    /// <exception cref="ArgumentException">The source is empty, or a symbol is unknown.</exception>
    /// <exception cref="InvalidOperationException">There are more beginnings.</exception>
    public Hypothesis? MostProbable(IReadOnlyList<int> source, int longest, int mostBeginnings = 20_000)
    {
        LayerCheck.RequirePositive(longest, nameof(longest));
        LayerCheck.RequirePositive(mostBeginnings, nameof(mostBeginnings));
        // What greedy search finds is a first bound.
        Hypothesis? best = Greedy(source, longest) is { IsComplete: true } greedy ? greedy : null;
        Grow(source, longest, (compared, length) =>
        {
            foreach (Continuation one in compared.Where(one => one.Target.IsComplete))
                best = best is null || one.Target.LogProbability > best.LogProbability ? one.Target : best;
            Continuation[] left =
            [
                .. compared.Where(one => !one.Target.IsComplete
                    && (best is null || one.Target.LogProbability > best.LogProbability)),
            ];
            return left.Length <= mostBeginnings
                ? left
                : throw new InvalidOperationException(
                    $"{left.Length} beginnings of {length} symbols are left; there is patience for {mostBeginnings}.");
        });
        return best;
    }

    // The beginnings that are left after the longest, where at every length a choice among all continuations, the most
    // probable first, decides which beginnings go on. All take each step together, as one batch.
    private Hypothesis[] Grow(
        IReadOnlyList<int> source, int longest, Func<IReadOnlyList<Continuation>, int, Continuation[]> choose)
    {
        Seq2SeqStream stream = Write(Column(source), sourceLengths: null);
        Hypothesis[] beam = [Hypothesis.Empty];
        for (int length = 1; length <= longest && beam.Length > 0; length++)
        {
            Tensor logits = stream.Step(
                [.. beam.Select(target => target.Symbols.Count == 0 ? Start : target.Symbols[^1])]);
            Continuation[] next = choose(
            [
                .. beam.SelectMany((target, b) => LogProbabilities(logits, b).Select((given, symbol) =>
                        new Continuation(b, target.Then(symbol, given, End))))
                    .OrderByDescending(one => one.Target.LogProbability),
            ], length);
            beam = [.. next.Select(one => one.Target)];
            if (beam.Length > 0)
                stream.Select([.. next.Select(one => one.Beginning)]);
        }

        return beam;
    }

    /// <summary>The decoder's steps from the state in which the encoder ends.</summary>
    internal Seq2SeqStream Write(int[,] source, IReadOnlyList<int>? sourceLengths)
    {
        RecurrentPass encoder = Encoder.Infer(SourceEmbedding.Forward(source), lengths: sourceLengths);
        return new Seq2SeqStream(this, encoder, Passed(encoder.Final), sourceLengths);
    }

    // The state of the units that are passed, and 0 elsewhere; of a gradient the same.
    private RecurrentState Passed(RecurrentState state)
    {
        if (PassedUnits is not { } units || units == Encoder.HiddenSize)
            return state;
        RecurrentState passed = state.Copy();
        foreach (Tensor part in passed.Cell is { } cell ? (Tensor[])[passed.Hidden, cell] : [passed.Hidden])
        {
            for (int i = 0; i < part.Count; i++)
                part.Values[i] = i % Encoder.HiddenSize < units ? part.Values[i] : 0;
        }

        return passed;
    }

    internal static Vector LogProbabilities(Tensor logits, int b) =>
        Pointwise.LogSoftmax(Vector.Build.Dense([.. logits.At(b).ToArray().Select(logit => (double)logit)]));

    internal static int[,] Column(IReadOnlyList<int> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.Count == 0)
            throw new ArgumentException("source is empty; expected at least one symbol.", nameof(source));
        int[,] column = new int[source.Count, 1];
        for (int t = 0; t < source.Count; t++)
            column[t, 0] = source[t];
        return column;
    }

    private static int HeadInputs(RecurrentLayer decoder, LookBack lookBack) =>
        lookBack == LookBack.None ? decoder.OutputSize : 2 * decoder.OutputSize;

    private static Dense HeadOf(
        RecurrentLayer decoder, Embedding targetEmbedding, LookBack lookBack, Random random)
    {
        ArgumentNullException.ThrowIfNull(decoder);
        ArgumentNullException.ThrowIfNull(targetEmbedding);
        return new Dense(HeadInputs(decoder, lookBack), targetEmbedding.Vocabulary, random);
    }

    private static void RequireReads(RecurrentLayer layer, Embedding embedding, string name, string nameOfEmbedding)
    {
        if (layer.InputSize != embedding.Size)
        {
            throw new ArgumentException(
                $"{name} takes {layer.InputSize} features; {nameOfEmbedding} gives {embedding.Size}.", name);
        }
    }

    private static void RequireDirections(RecurrentLayer encoder, RecurrentLayer decoder, LookBack lookBack)
    {
        if (decoder.DirectionCount == 2)
        {
            throw new ArgumentException(
                "decoder reads backwards; symbols that it has not written yet cannot be read.", nameof(decoder));
        }

        if (lookBack != LookBack.None && encoder.DirectionCount == 2)
        {
            throw new ArgumentException(
                "encoder reads backwards; for a look back one direction is expected, whose states have the decoder's "
                    + "size.",
                nameof(encoder));
        }
    }

    private static void RequireHead(Dense head, int inputs, int symbols)
    {
        if (head.InputSize != inputs || head.OutputSize != symbols)
        {
            throw new ArgumentException(
                $"head takes {head.InputSize} features and has {head.OutputSize} outputs; expected {inputs} features "
                    + $"and {symbols} outputs, one for each target symbol.",
                nameof(head));
        }
    }

    private static void RequireSameState(RecurrentLayer encoder, RecurrentLayer decoder)
    {
        (RecurrentState ends, RecurrentState begins) = (encoder.ZeroState(1), decoder.ZeroState(1));
        if (!begins.Hidden.HasShape(ends.Hidden.Dimensions) || (begins.Cell is null) != (ends.Cell is null))
        {
            throw new ArgumentException(
                $"decoder begins from {Describe(begins)}; encoder ends in {Describe(ends)}.", nameof(decoder));
        }
    }

    private static string Describe(RecurrentState state) =>
        $"h {Tensor.Format([.. state.Hidden.Shape])}{(state.Cell is null ? "" : " and as many c")}";

    // What is written with one more symbol, and the place of its beginning in the beam.
    private sealed record Continuation(int Beginning, Hypothesis Target);

    private static void RequireSymbol(int symbol, Embedding embedding, string name)
    {
        if ((uint)symbol >= (uint)embedding.Vocabulary)
        {
            throw new ArgumentOutOfRangeException(
                name, symbol, $"{name} is {symbol}; expected 0 to {embedding.Vocabulary - 1}.");
        }
    }
}

/// <summary>The result of a forward pass of a <see cref="Seq2Seq"/> over a batch of pairs.</summary>
/// <param name="Source">The encoder's inputs, [source time, batch].</param>
/// <param name="Read">The decoder's inputs, [target time, batch].</param>
/// <param name="Encoder">The encoder's pass.</param>
/// <param name="Decoder">The decoder's pass.</param>
/// <param name="States">
/// The head's inputs: the decoder's outputs, [target time, batch, hidden], with the context of a look back behind each,
/// [target time, batch, 2 hidden].
/// </param>
/// <param name="Weights">
/// α: how much each step of the decoder takes of each state of the encoder, [target time, batch, source time], 0 past a
/// source's length; null without a look back.
/// </param>
/// <param name="Output">The logits of every next symbol, [target time, batch, symbols].</param>
public sealed record Seq2SeqPass(
    int[,] Source,
    int[,] Read,
    RecurrentPass Encoder,
    RecurrentPass Decoder,
    Tensor States,
    Tensor? Weights,
    Tensor Output)
{
    /// <summary>The model whose forward pass this is.</summary>
    internal Seq2Seq? Model { get; init; }

    /// <summary>The version of the model's parameters that the outputs were computed with.</summary>
    internal int ParametersVersion { get; init; }

    /// <summary>Held while the buffers are written.</summary>
    internal ExclusiveUse Use { get; } = new(
        "Another thread is computing with the same pass. Give each thread a pass of its own.");

    internal IReadOnlyList<int>? SourceLengths { get; init; }

    internal Tensor? DStates { get; set; }
}

/// <summary>Steps of a <see cref="Seq2Seq"/>'s decoder, one at a time, for several targets side by side.</summary>
internal sealed class Seq2SeqStream
{
    private readonly Seq2Seq model;
    private readonly RecurrentStream decoder;
    private readonly Tensor memory;
    private readonly IReadOnlyList<int>? sourceLengths;

    // The source of each target.
    private int[] sources;

    /// <summary>A target for each source, with nothing written yet.</summary>
    internal Seq2SeqStream(
        Seq2Seq model, RecurrentPass encoder, RecurrentState initial, IReadOnlyList<int>? sourceLengths)
    {
        memory = encoder.Output;
        (this.model, this.sourceLengths) = (model, sourceLengths);
        sources = [.. Enumerable.Range(0, memory.Dimensions[1])];
        decoder = model.Decoder.OpenStream(sources.Length, initial);
    }

    /// <summary>The number of targets.</summary>
    internal int Batch => sources.Length;

    /// <summary>One step.</summary>
    /// <param name="symbols">The symbol that each target's decoder reads, [batch].</param>
    /// <returns>The logits of the next symbol, [batch, symbols].</returns>
    internal Tensor Step(ReadOnlySpan<int> symbols)
    {
        int[,] read = new int[1, Batch];
        for (int b = 0; b < Batch; b++)
            read[0, b] = symbols[b];
        Tensor states = decoder.Step(model.TargetEmbedding.Forward(read).Reshaped(Batch, model.TargetEmbedding.Size));
        if (model.LookBack != LookBack.None)
        {
            (states, _) = Looking.Forward(
                states, memory, sourceLengths, model.LookBack == LookBack.LastState, sources);
        }

        return model.Head.Forward(states).Reshaped(Batch, model.Head.OutputSize);
    }

    /// <summary>Goes on with some of the targets alone; one may be taken more than once.</summary>
    internal void Select(IReadOnlyList<int> targets)
    {
        decoder.Select(targets);
        sources = [.. targets.Select(target => sources[target])];
    }
}

/// <summary>The class with the largest logit; the first of them if there is a tie.</summary>
internal static class ArgMax
{
    internal static int IndexOf(ReadOnlySpan<float> logits)
    {
        int largest = 0;
        for (int k = 1; k < logits.Length; k++)
            largest = logits[k] > logits[largest] ? k : largest;
        return largest;
    }
}

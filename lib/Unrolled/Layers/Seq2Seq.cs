namespace Unrolled;

/// <summary>
/// An encoder that reads a sequence and a decoder that writes one (Sutskever, Vinyals and Le 2014, equation 1): the
/// decoder is a model of the next symbol that starts from the encoder's final state, and nothing else passes between
/// them.
/// </summary>
public sealed class Seq2Seq
{
    // The decoder's embedding.
    private readonly Embedding vectors;

    /// <summary>A pair of networks, made of parts that keep their own parameters.</summary>
    /// <param name="sourceEmbedding">The vectors of the source symbols.</param>
    /// <param name="encoder">The recurrent layer that reads them.</param>
    /// <param name="decoder">
    /// The model that writes: it has an embedding, reads at every step, forwards only, and has an output for each of
    /// its symbols.
    /// </param>
    /// <param name="start">The symbol that the decoder reads first.</param>
    /// <param name="end">The symbol that ends a target; it may be the same.</param>
    /// <exception cref="ArgumentException">The parts do not fit; the message says which and how.</exception>
    public Seq2Seq(Embedding sourceEmbedding, RecurrentLayer encoder, SequenceModel decoder, int start, int end)
    {
        ArgumentNullException.ThrowIfNull(sourceEmbedding);
        ArgumentNullException.ThrowIfNull(encoder);
        ArgumentNullException.ThrowIfNull(decoder);
        if (encoder.InputSize != sourceEmbedding.Size)
        {
            throw new ArgumentException(
                $"encoder takes {encoder.InputSize} features; sourceEmbedding gives {sourceEmbedding.Size}.",
                nameof(encoder));
        }

        vectors = RequireWriter(decoder);
        RequireSameState(encoder, decoder.Recurrent);
        RequireSymbol(start, vectors, nameof(start));
        RequireSymbol(end, vectors, nameof(end));
        (SourceEmbedding, Encoder, Decoder, Start, End) = (sourceEmbedding, encoder, decoder, start, end);
        Parameters = new ParameterList(
        [
            .. sourceEmbedding.Parameters.Under("source."),
            .. encoder.Parameters.Under("encoder."),
            .. decoder.Parameters.Under("decoder."),
        ]);
    }

    /// <summary>The vectors of the source symbols.</summary>
    public Embedding SourceEmbedding { get; }

    /// <summary>The recurrent layer that reads the source.</summary>
    public RecurrentLayer Encoder { get; }

    /// <summary>The model that writes the target.</summary>
    public SequenceModel Decoder { get; }

    /// <summary>The symbol that the decoder reads first.</summary>
    public int Start { get; }

    /// <summary>The symbol that ends a target.</summary>
    public int End { get; }

    /// <summary>The parameters of the parts, under "source.", "encoder." and "decoder.".</summary>
    public ParameterList Parameters { get; }

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

        RecurrentPass encoder = Encoder.Forward(
            SourceEmbedding.Forward(source),
            lengths: sourceLengths,
            dropoutSource: dropoutSource,
            reuse: reuse?.Encoder);
        SequencePass decoder = Decoder.Forward(
            read, encoder.Final, dropoutSource: dropoutSource, reuse: reuse?.Decoder);
        return new Seq2SeqPass(source, read, encoder, decoder);
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
        LayerCheck.RequireUnchanged(pass.Encoder.ParametersVersion, Encoder.Parameters);
        using var gradients = Parameters.Backward.Enter();
        RecurrentState dState = Decoder.Backward(pass.Decoder, dOutput).Initial;
        // The encoder's outputs are not used: the loss depends on its final state alone.
        RecurrentGradient dEncoder = Encoder.Backward(pass.Encoder, dOutput: null, dState);
        SourceEmbedding.Backward(pass.Source, dEncoder.Input);
    }

    /// <summary>A target for every source, written by taking the most probable symbol at every step.</summary>
    /// <param name="source">[source time, batch]; any symbol past a source's length.</param>
    /// <param name="longest">The number of symbols after which a target is stopped.</param>
    /// <param name="sourceLengths">The length of each source; all steps if null.</param>
    /// <returns>The symbols of each target, without the end.</returns>
    /// <exception cref="ArgumentException">A symbol or a length does not fit.</exception>
    public IReadOnlyList<int[]> Greedy(int[,] source, int longest, IReadOnlyList<int>? sourceLengths = null)
    {
        LayerCheck.RequirePositive(longest, nameof(longest));
        RecurrentState state = Encoder.Forward(SourceEmbedding.Forward(source), lengths: sourceLengths).Final;
        int batch = source.GetLength(1);
        RecurrentStream stream = Decoder.Recurrent.OpenStream(batch, state);
        int[,] read = new int[1, batch];
        List<int>[] written = new List<int>[batch];
        bool[] done = new bool[batch];
        for (int b = 0; b < batch; b++)
            (read[0, b], written[b]) = (Start, []);

        for (int length = 0; length < longest && done.Contains(false); length++)
        {
            Tensor x = vectors.Forward(read).Reshaped(batch, vectors.Size);
            Tensor logits = Decoder.Head.Forward(stream.Step(x));
            for (int b = 0; b < batch; b++)
            {
                read[0, b] = ArgMax.IndexOf(logits.At(0, b));
                done[b] |= read[0, b] == End;
                if (!done[b])
                    written[b].Add(read[0, b]);
            }
        }

        return [.. written.Select(symbols => symbols.ToArray())];
    }

    private static Embedding RequireWriter(SequenceModel decoder)
    {
        if (decoder.Embedding is not { } embedding)
        {
            throw new ArgumentException(
                "decoder has no embedding; expected one, since it reads the symbols that it wrote.", nameof(decoder));
        }

        if (decoder.OutputAt != OutputAt.EveryStep)
        {
            throw new ArgumentException(
                $"decoder is read at {decoder.OutputAt}; expected {OutputAt.EveryStep}.", nameof(decoder));
        }

        if (decoder.Recurrent.DirectionCount == 2)
        {
            throw new ArgumentException(
                "decoder reads backwards; symbols that it has not written yet cannot be read.", nameof(decoder));
        }

        if (decoder.Head.OutputSize != embedding.Vocabulary)
        {
            throw new ArgumentException(
                $"decoder has {decoder.Head.OutputSize} outputs; expected {embedding.Vocabulary}, one for each of its "
                    + "symbols.",
                nameof(decoder));
        }

        return embedding;
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
public sealed record Seq2SeqPass(int[,] Source, int[,] Read, RecurrentPass Encoder, SequencePass Decoder)
{
    /// <summary>The logits of every next symbol, [target time, batch, symbols].</summary>
    public Tensor Output => Decoder.Output;
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

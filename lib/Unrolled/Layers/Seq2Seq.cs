
namespace Unrolled;

/// <summary>
/// One network reads a sequence, another writes one (Sutskever, Vinyals and Le 2014, equation 1): the decoder is a model
/// of the next symbol that starts from the encoder's last state, and that state is all that passes between them.
/// </summary>
public sealed class Seq2Seq
{
    /// <summary>A pair of networks; the parts' parameters stay theirs.</summary>
    /// <param name="sourceEmbedding">A vector for every source symbol.</param>
    /// <param name="encoder">What reads them.</param>
    /// <param name="decoder">What writes: it reads at every step, forwards only, and has an output for each of its symbols.</param>
    /// <param name="start">The symbol that the decoder reads first.</param>
    /// <param name="end">The symbol that says that it is done; it may be the same.</param>
    /// <exception cref="ArgumentException">The parts do not fit; the message says which and how.</exception>
    public Seq2Seq(Embedding sourceEmbedding, RecurrentLayer encoder, SymbolModel decoder, int start, int end)
    {
        ArgumentNullException.ThrowIfNull(sourceEmbedding);
        ArgumentNullException.ThrowIfNull(encoder);
        ArgumentNullException.ThrowIfNull(decoder);
        if (encoder.InputSize != sourceEmbedding.Size)
            throw new ArgumentException($"encoder takes {encoder.InputSize} features; sourceEmbedding gives {sourceEmbedding.Size}.", nameof(encoder));
        RequireWriter(decoder);
        RequireSameState(encoder, decoder.Sequence.Recurrent);
        RequireSymbol(start, decoder, nameof(start));
        RequireSymbol(end, decoder, nameof(end));
        (SourceEmbedding, Encoder, Decoder, Start, End) = (sourceEmbedding, encoder, decoder, start, end);
        Parameters = new ParameterList(
        [
            .. sourceEmbedding.Parameters.Under("source."),
            .. encoder.Parameters.Under("encoder."),
            .. decoder.Parameters.Under("decoder."),
        ]);
    }

    /// <summary>A vector for every source symbol.</summary>
    public Embedding SourceEmbedding { get; }

    /// <summary>What reads.</summary>
    public RecurrentLayer Encoder { get; }

    /// <summary>What writes.</summary>
    public SymbolModel Decoder { get; }

    /// <summary>The symbol that the decoder reads first.</summary>
    public int Start { get; }

    /// <summary>The symbol that says that the decoder is done.</summary>
    public int End { get; }

    /// <summary>Those of the parts, under "source.", "encoder." and "decoder.".</summary>
    public ParameterList Parameters { get; }

    /// <summary>Reads sources and, with teacher forcing, targets.</summary>
    /// <param name="source">[source time, batch]; past a source's length any symbol will do.</param>
    /// <param name="read">What the decoder reads, [target time, batch]: start, then the target.</param>
    /// <param name="sourceLengths">Each source's length; all steps if not given.</param>
    /// <param name="dropoutSource">The source of dropout's random numbers; no dropout if not given.</param>
    /// <param name="reuse">An earlier pass whose buffers may be written over.</param>
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
            throw new ArgumentException($"read has {read.GetLength(1)} sequences; expected {source.GetLength(1)}, one for each source.", nameof(read));
        RecurrentPass encoder = Encoder.Forward(
            SourceEmbedding.Forward(source), lengths: sourceLengths, dropoutSource: dropoutSource, reuse: reuse?.Encoder);
        SequencePass decoder = Decoder.Forward(read, encoder.Final, dropoutSource: dropoutSource, reuse: reuse?.Decoder);
        return new Seq2SeqPass(source, read, encoder, decoder);
    }

    /// <summary>
    /// The way back through the decoder, over the state, and through the encoder; the parameters' gradients are added up
    /// in them.
    /// </summary>
    /// <param name="pass">What <see cref="Forward"/> returned.</param>
    /// <param name="dOutput">The gradient of the logits, in their shape.</param>
    /// <exception cref="ArgumentException">A shape does not fit, or the pass is another model's.</exception>
    public void Backward(Seq2SeqPass pass, Tensor dOutput)
    {
        ArgumentNullException.ThrowIfNull(pass);
        RecurrentState dState = Decoder.Backward(pass.Read, pass.Decoder, dOutput);
        // The encoder's outputs are not looked at: all that is asked of it is the state that the decoder started from.
        RecurrentGradient dEncoder = Encoder.Backward(pass.Encoder, dOutput: null, dState);
        SourceEmbedding.Backward(pass.Source, dEncoder.Input);
    }

    /// <summary>Writes a target for every source by taking the most probable symbol at every step.</summary>
    /// <param name="source">[source time, batch]; past a source's length any symbol will do.</param>
    /// <param name="longest">After how many symbols a target is stopped.</param>
    /// <param name="sourceLengths">Each source's length; all steps if not given.</param>
    /// <returns>The symbols of each target, without the end.</returns>
    /// <exception cref="ArgumentException">A symbol or a length does not fit.</exception>
    public IReadOnlyList<int[]> Greedy(int[,] source, int longest, IReadOnlyList<int>? sourceLengths = null)
    {
        LayerCheck.RequirePositive(longest, nameof(longest));
        RecurrentState state = Encoder.Forward(SourceEmbedding.Forward(source), lengths: sourceLengths).Final;
        int batch = source.GetLength(1);
        RecurrentStream stream = Decoder.Sequence.Recurrent.OpenStream(batch, state);
        int[,] read = new int[1, batch];
        List<int>[] written = new List<int>[batch];
        bool[] done = new bool[batch];
        for (int b = 0; b < batch; b++)
            (read[0, b], written[b]) = (Start, []);

        for (int length = 0; length < longest && done.Contains(false); length++)
        {
            Tensor x = Decoder.Embedding.Forward(read).Reshaped(batch, Decoder.Embedding.Size);
            Tensor logits = Decoder.Sequence.Head.Forward(stream.Step(x));
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

    private static void RequireWriter(SymbolModel decoder)
    {
        SequenceModel sequence = decoder.Sequence;
        if (sequence.OutputAt != OutputAt.EveryStep)
            throw new ArgumentException($"decoder is read at {sequence.OutputAt}; expected {OutputAt.EveryStep}.", nameof(decoder));
        if (sequence.Recurrent.DirectionCount == 2)
            throw new ArgumentException("decoder reads backwards; what it has not written yet cannot be read.", nameof(decoder));
        if (sequence.Head.OutputSize != decoder.Embedding.Vocabulary)
        {
            throw new ArgumentException(
                $"decoder has {sequence.Head.OutputSize} outputs; expected {decoder.Embedding.Vocabulary}, one for each of its symbols.", nameof(decoder));
        }
    }

    private static void RequireSameState(RecurrentLayer encoder, RecurrentLayer decoder)
    {
        (RecurrentState ends, RecurrentState begins) = (encoder.ZeroState(1), decoder.ZeroState(1));
        if (!begins.Hidden.HasShape(ends.Hidden.Dimensions) || (begins.Cell is null) != (ends.Cell is null))
            throw new ArgumentException($"decoder begins from {Describe(begins)}; encoder ends in {Describe(ends)}.", nameof(decoder));
    }

    private static string Describe(RecurrentState state) =>
        $"h {Tensor.Format([.. state.Hidden.Shape])}{(state.Cell is null ? "" : " and as many c")}";

    private static void RequireSymbol(int symbol, SymbolModel decoder, string name)
    {
        if ((uint)symbol >= (uint)decoder.Embedding.Vocabulary)
            throw new ArgumentOutOfRangeException(name, symbol, $"{name} is {symbol}; expected 0 to {decoder.Embedding.Vocabulary - 1}.");
    }
}

/// <summary>What an <see cref="Seq2Seq"/> computed from a batch of pairs.</summary>
/// <param name="Source">The symbols that the encoder read, [source time, batch].</param>
/// <param name="Read">The symbols that the decoder read, [target time, batch].</param>
/// <param name="Encoder">The encoder's pass.</param>
/// <param name="Decoder">The decoder's pass.</param>
public sealed record Seq2SeqPass(int[,] Source, int[,] Read, RecurrentPass Encoder, SequencePass Decoder)
{
    /// <summary>The logits of every next symbol, [target time, batch, symbols].</summary>
    public Tensor Output => Decoder.Output;
}

/// <summary>What a row of logits says: the class with the largest; the first of them if there is a tie.</summary>
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

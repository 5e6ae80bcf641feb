namespace Unrolled;

/// <summary>
/// A <see cref="Seq2Seq"/> whose decoder looks back at every state of the encoder before it names a symbol
/// (<see cref="DotAttention"/>): the smallest form of Luong, Pham and Manning 2015, without their hidden layer.
/// <code>
/// s(t)   = G(E_y y(t-1), s(t-1)),              s(0) = h(T)
/// c(t)   = \sum_i α_i(t) h(i),                 α(t) = \mathrm{softmax}(s(t) \cdot h(1) … s(t) \cdot h(T))
/// a_y(t) = V [s(t); c(t)] + b_y
/// </code>
/// </summary>
public sealed class AttentionSeq2Seq
{
    /// <summary>A pair of networks, made of parts that keep their own parameters.</summary>
    /// <param name="sourceEmbedding">The vectors of the source symbols.</param>
    /// <param name="encoder">The recurrent layer that reads them, forwards only.</param>
    /// <param name="targetEmbedding">The vectors of the target symbols.</param>
    /// <param name="decoder">The recurrent layer that reads those, of the encoder's kind and size.</param>
    /// <param name="start">The symbol that the decoder reads first.</param>
    /// <param name="end">The symbol that ends a target; it may be the same.</param>
    /// <param name="random">The seeded source, for the head: uniform in ±1/√input.</param>
    /// <exception cref="ArgumentException">The parts do not fit; the message says which and how.</exception>
    public AttentionSeq2Seq(
        Embedding sourceEmbedding,
        RecurrentLayer encoder,
        Embedding targetEmbedding,
        RecurrentLayer decoder,
        int start,
        int end,
        Random random)
    {
        ArgumentNullException.ThrowIfNull(encoder);
        if (encoder.DirectionCount == 2)
            throw new ArgumentException("encoder reads backwards; expected one direction.", nameof(encoder));
        // What a Seq2Seq asks of its parts is asked of these.
        _ = new Seq2Seq(sourceEmbedding, encoder, targetEmbedding, decoder, start, end, new Random(0));
        (SourceEmbedding, Encoder, TargetEmbedding, Decoder) = (sourceEmbedding, encoder, targetEmbedding, decoder);
        (Start, End) = (start, end);
        Head = new Dense(2 * encoder.HiddenSize, targetEmbedding.Vocabulary, random);
        Parameters = new ParameterList(
        [
            .. sourceEmbedding.Parameters.Under("source."),
            .. encoder.Parameters.Under("encoder."),
            .. targetEmbedding.Parameters.Under("target."),
            .. decoder.Parameters.Under("decoder."),
            .. Head.Parameters.Under("head."),
        ]);
    }

    /// <summary>The vectors of the source symbols.</summary>
    public Embedding SourceEmbedding { get; }

    /// <summary>The recurrent layer that reads the source.</summary>
    public RecurrentLayer Encoder { get; }

    /// <summary>The vectors of the target symbols.</summary>
    public Embedding TargetEmbedding { get; }

    /// <summary>The recurrent layer that reads what was written.</summary>
    public RecurrentLayer Decoder { get; }

    /// <summary>V and b_y, which read the decoder's state and, behind it, the context.</summary>
    public Dense Head { get; }

    /// <summary>The symbol that the decoder reads first.</summary>
    public int Start { get; }

    /// <summary>The symbol that ends a target.</summary>
    public int End { get; }

    /// <summary>
    /// The parameters of the parts, under "source.", "encoder.", "target.", "decoder." and "head.".
    /// </summary>
    public ParameterList Parameters { get; }

    /// <summary>The forward pass over a batch of pairs.</summary>
    /// <param name="source">The encoder's inputs, [source time, batch]; any symbol past a source's length.</param>
    /// <param name="read">The decoder's inputs, [target time, batch].</param>
    /// <param name="sourceLengths">The length of each source; all steps if null.</param>
    /// <param name="reuse">An earlier pass whose buffers may be overwritten.</param>
    /// <exception cref="ArgumentException">A symbol or a length does not fit.</exception>
    public AttentionSeq2SeqPass Forward(
        int[,] source, int[,] read, IReadOnlyList<int>? sourceLengths = null, AttentionSeq2SeqPass? reuse = null)
    {
        RecurrentPass encoder = Encoder.Forward(
            SourceEmbedding.Forward(source), lengths: sourceLengths, reuse: reuse?.Encoder);
        RecurrentPass decoder = Decoder.Forward(TargetEmbedding.Forward(read), encoder.Final, reuse: reuse?.Decoder);
        (Tensor states, Tensor weights) = Look(decoder.Output, encoder.Output, sourceLengths);
        return new AttentionSeq2SeqPass(source, read, encoder, decoder, states, weights,
            Head.Forward(states, reuse?.Output))
        {
            SourceLengths = sourceLengths,
        };
    }

    /// <summary>The backward pass; adds the gradients to those that the parameters hold.</summary>
    /// <param name="pass">The result of <see cref="Forward"/>.</param>
    /// <param name="dOutput">The gradient of the logits, in their shape.</param>
    /// <exception cref="ArgumentException">A shape does not fit, or the pass is another model's.</exception>
    /// <exception cref="InvalidOperationException">
    /// The parameters have changed since the forward pass, or another thread is in a backward pass of this model.
    /// </exception>
    public void Backward(AttentionSeq2SeqPass pass, Tensor dOutput)
    {
        ArgumentNullException.ThrowIfNull(pass);
        using var gradients = Parameters.Backward.Enter();
        Tensor dRead = Head.Backward(pass.States, dOutput);
        (Tensor dState, Tensor dMemory) = LookBackward(pass, dRead);
        RecurrentGradient dDecoder = Decoder.Backward(pass.Decoder, dState);
        TargetEmbedding.Backward(pass.Read, dDecoder.Input);
        RecurrentGradient dEncoder = Encoder.Backward(pass.Encoder, dMemory, dDecoder.Initial);
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
        RecurrentPass encoder = Encoder.Forward(SourceEmbedding.Forward(source), lengths: sourceLengths);
        int batch = source.GetLength(1);
        RecurrentStream stream = Decoder.OpenStream(batch, encoder.Final);
        int[,] read = new int[1, batch];
        Hypothesis[] written = [.. Enumerable.Repeat(Hypothesis.Empty, batch)];
        for (int b = 0; b < batch; b++)
            read[0, b] = Start;
        for (int length = 0; length < longest && written.Any(target => !target.IsComplete); length++)
        {
            Tensor state = stream.Step(TargetEmbedding.Forward(read).Reshaped(batch, TargetEmbedding.Size));
            Tensor logits = Head.Forward(Look(state, encoder.Output, sourceLengths).Read);
            for (int b = 0; b < batch; b++)
            {
                read[0, b] = ArgMax.IndexOf(logits.At(0, b));
                if (written[b].IsComplete)
                    continue;
                Vector given = Seq2Seq.LogProbabilities(logits.Reshaped(batch, logits.Shape[2]), b);
                written[b] = written[b].Then(read[0, b], given[read[0, b]], End);
            }
        }

        return written;
    }

    // [s; c] at every step and the weights α, [target time, batch, source time], which are 0 past a source's length.
    private (Tensor Read, Tensor Weights) Look(Tensor states, Tensor memory, IReadOnlyList<int>? lengths)
    {
        (int time, int batch, int size) = (states.Shape[0], states.Shape[1], states.Shape[2]);
        Tensor read = new(time, batch, 2 * size), weights = new(time, batch, memory.Shape[0]);
        for (int t = 0; t < time; t++)
        {
            for (int b = 0; b < batch; b++)
            {
                ReadOnlySpan<float> s = states.At(t, b);
                Span<float> alpha = weights.At(t, b)[..(lengths?[b] ?? memory.Shape[0])];
                for (int i = 0; i < alpha.Length; i++)
                    alpha[i] = Dot(s, memory.At(i, b));
                Normalize(alpha);
                s.CopyTo(read.At(t, b));
                Span<float> c = read.At(t, b)[size..];
                for (int i = 0; i < alpha.Length; i++)
                    AddScaled(c, alpha[i], memory.At(i, b));
            }
        }

        return (read, weights);
    }

    private static (Tensor DStates, Tensor DMemory) LookBackward(AttentionSeq2SeqPass pass, Tensor dRead)
    {
        (Tensor states, Tensor memory) = (pass.Decoder.Output, pass.Encoder.Output);
        (int time, int batch, int size) = (states.Shape[0], states.Shape[1], states.Shape[2]);
        Tensor dStates = new(time, batch, size), dMemory = new(memory.Shape[0], batch, size);
        float[] dalpha = new float[memory.Shape[0]];
        for (int t = 0; t < time; t++)
        {
            for (int b = 0; b < batch; b++)
            {
                int length = pass.SourceLengths?[b] ?? memory.Shape[0];
                ReadOnlySpan<float> alpha = pass.Weights.At(t, b)[..length], s = states.At(t, b);
                ReadOnlySpan<float> dc = dRead.At(t, b)[size..];
                Span<float> ds = dStates.At(t, b);
                dRead.At(t, b)[..size].CopyTo(ds);
                for (int i = 0; i < length; i++)
                    dalpha[i] = Dot(dc, memory.At(i, b));
                float mean = Dot(alpha, dalpha.AsSpan(0, length));
                for (int i = 0; i < length; i++)
                {
                    float de = alpha[i] * (dalpha[i] - mean);
                    AddScaled(ds, de, memory.At(i, b));
                    AddScaled(dMemory.At(i, b), alpha[i], dc);
                    AddScaled(dMemory.At(i, b), de, s);
                }
            }
        }

        return (dStates, dMemory);
    }

    private static void Normalize(Span<float> scores)
    {
        float largest = float.NegativeInfinity;
        foreach (float score in scores)
            largest = MathF.Max(largest, score);
        double sum = 0;
        foreach (ref float score in scores)
        {
            score = (float)Math.Exp(score - largest);
            sum += score;
        }

        foreach (ref float score in scores)
            score = (float)(score / sum);
    }

    // In one order, so that the bits are the same on every machine.
    private static float Dot(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        double sum = 0;
        for (int k = 0; k < one.Length; k++)
            sum += (double)one[k] * other[k];
        return (float)sum;
    }

    private static void AddScaled(Span<float> sum, float factor, ReadOnlySpan<float> vector)
    {
        for (int k = 0; k < sum.Length; k++)
            sum[k] += factor * vector[k];
    }
}

/// <summary>The result of a forward pass of an <see cref="AttentionSeq2Seq"/> over a batch of pairs.</summary>
/// <param name="Source">The encoder's inputs, [source time, batch].</param>
/// <param name="Read">The decoder's inputs, [target time, batch].</param>
/// <param name="Encoder">The encoder's pass.</param>
/// <param name="Decoder">The decoder's pass.</param>
/// <param name="States">The decoder's state and, behind it, the context, [target time, batch, 2 hidden].</param>
/// <param name="Weights">
/// α: how much each step of the decoder takes of each state of the encoder, [target time, batch, source time].
/// </param>
/// <param name="Output">The logits of every next symbol, [target time, batch, symbols].</param>
public sealed record AttentionSeq2SeqPass(
    int[,] Source,
    int[,] Read,
    RecurrentPass Encoder,
    RecurrentPass Decoder,
    Tensor States,
    Tensor Weights,
    Tensor Output)
{
    /// <summary>The length of each source; all steps if null.</summary>
    public IReadOnlyList<int>? SourceLengths { get; init; }
}

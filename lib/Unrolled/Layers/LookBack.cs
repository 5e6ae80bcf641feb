namespace Unrolled;

/// <summary>The states that the decoder of a <see cref="Seq2Seq"/> looks at before it names a symbol.</summary>
public enum LookBack
{
    /// <summary>None: it knows of the source what its state has kept.</summary>
    None,

    /// <summary>
    /// The encoder's last state, at every step: nothing that the decoder did not begin from, but at hand whenever it is
    /// needed (much as in Cho et al. 2014).
    /// </summary>
    LastState,

    /// <summary>Every state of the encoder, weighted by <see cref="DotAttention"/>.</summary>
    EveryState,
}

/// <summary>
/// <see cref="DotAttention"/> for a batch: at every step each target's state looks at the states of its source. All
/// sums have one order, so that the bits are the same on every machine.
/// </summary>
internal static class Looking
{
    /// <summary>The looks of all steps.</summary>
    /// <param name="states">s, [target time, batch, hidden].</param>
    /// <param name="memory">h, the states that are looked at, [source time, sources, hidden].</param>
    /// <param name="lengths">The length of each source; all steps if null.</param>
    /// <param name="lastAlone">Whether the last state of each source has all the weight.</param>
    /// <param name="sources">The source of each target, [batch]; the one in the same place if null.</param>
    /// <returns>[s; c], [target time, batch, 2 hidden], and α, [target time, batch, source time].</returns>
    internal static (Tensor States, Tensor Weights) Forward(
        Tensor states, Tensor memory, IReadOnlyList<int>? lengths, bool lastAlone, int[]? sources = null)
    {
        (int time, int batch, int size) = (states.Dimensions[0], states.Dimensions[1], states.Dimensions[2]);
        Tensor read = new(time, batch, 2 * size), weights = new(time, batch, memory.Dimensions[0]);
        for (int t = 0; t < time; t++)
        {
            for (int b = 0; b < batch; b++)
            {
                int source = sources?[b] ?? b;
                ReadOnlySpan<float> s = states.At(t, b);
                Span<float> alpha = weights.At(t, b)[..(lengths?[source] ?? memory.Dimensions[0])];
                if (lastAlone)
                    alpha[^1] = 1;
                else
                    Weigh(s, memory, source, alpha);
                s.CopyTo(read.At(t, b));
                Span<float> c = read.At(t, b)[size..];
                for (int i = 0; i < alpha.Length; i++)
                    AddScaled(c, alpha[i], memory.At(i, source));
            }
        }

        return (read, weights);
    }

    /// <summary>The same looks backward.</summary>
    /// <param name="states">s.</param>
    /// <param name="memory">h.</param>
    /// <param name="weights">α.</param>
    /// <param name="lengths">The length of each source; all steps if null.</param>
    /// <param name="dRead">dL/d[s; c].</param>
    /// <returns>dL/ds and dL/dh, in their shapes.</returns>
    internal static (Tensor DStates, Tensor DMemory) Backward(
        Tensor states, Tensor memory, Tensor weights, IReadOnlyList<int>? lengths, Tensor dRead)
    {
        (int time, int batch, int size) = (states.Dimensions[0], states.Dimensions[1], states.Dimensions[2]);
        Tensor dStates = new(time, batch, size), dMemory = new(memory.Dimensions);
        float[] dalpha = new float[memory.Dimensions[0]];
        for (int t = 0; t < time; t++)
        {
            for (int b = 0; b < batch; b++)
            {
                int length = lengths?[b] ?? memory.Dimensions[0];
                ReadOnlySpan<float> alpha = weights.At(t, b)[..length], s = states.At(t, b);
                ReadOnlySpan<float> dc = dRead.At(t, b)[size..];
                Span<float> ds = dStates.At(t, b);
                dRead.At(t, b)[..size].CopyTo(ds);
                for (int i = 0; i < length; i++)
                    dalpha[i] = Dot(dc, memory.At(i, b));
                float mean = Dot(alpha, dalpha.AsSpan(0, length));
                for (int i = 0; i < length; i++)
                {
                    // 0 where one state has all the weight.
                    float de = alpha[i] * (dalpha[i] - mean);
                    AddScaled(ds, de, memory.At(i, b));
                    AddScaled(dMemory.At(i, b), alpha[i], dc);
                    AddScaled(dMemory.At(i, b), de, s);
                }
            }
        }

        return (dStates, dMemory);
    }

    // The softmax of the scores of a source's states.
    private static void Weigh(ReadOnlySpan<float> s, Tensor memory, int source, Span<float> alpha)
    {
        for (int i = 0; i < alpha.Length; i++)
            alpha[i] = Dot(s, memory.At(i, source));
        float largest = float.NegativeInfinity;
        foreach (float score in alpha)
            largest = MathF.Max(largest, score);
        double sum = 0;
        foreach (ref float score in alpha)
        {
            score = (float)Math.Exp(score - largest);
            sum += score;
        }

        foreach (ref float score in alpha)
            score = (float)(score / sum);
    }

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

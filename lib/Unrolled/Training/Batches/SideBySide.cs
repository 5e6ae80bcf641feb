using Unrolled.Layers;

namespace Unrolled.Training.Batches;

/// <summary>Sequences of any lengths in one tensor, step by step.</summary>
internal static class SideBySide
{
    /// <summary>[time, batch, feature], with zeros past the end of a shorter sequence.</summary>
    internal static Tensor Inputs(IReadOnlyList<IReadOnlyList<double[]>> sequences)
    {
        if (sequences.Count == 0)
            throw new ArgumentException("There is no sequence; expected at least one.", nameof(sequences));
        Tensor x = new(sequences.Max(sequence => sequence.Count), sequences.Count, sequences[0][0].Length);
        for (int b = 0; b < sequences.Count; b++)
        {
            for (int t = 0; t < sequences[b].Count; t++)
                Copy(sequences[b][t], x.At(t, b));
        }

        return x;
    }

    /// <summary>Each sequence's length; null where all have the same.</summary>
    internal static IReadOnlyList<int>? Lengths(IReadOnlyList<IReadOnlyList<double[]>> sequences) =>
        sequences.All(sequence => sequence.Count == sequences[0].Count) ? null : [.. sequences.Select(sequence => sequence.Count)];

    internal static void Copy(double[] values, Span<float> place)
    {
        if (values.Length != place.Length)
            throw new ArgumentException($"A step has {values.Length} numbers; expected {place.Length}, as the first has.", nameof(values));
        for (int k = 0; k < place.Length; k++)
            place[k] = (float)values[k];
    }
}

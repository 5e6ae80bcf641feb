
namespace Unrolled;

/// <summary>Sequences of any lengths in one tensor, step by step.</summary>
internal static class Padding
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

    /// <summary>[time, batch], with one symbol past the end of every shorter sequence.</summary>
    internal static int[,] Symbols(IReadOnlyList<int[]> sequences, int pastEnd)
    {
        if (sequences.Count == 0)
            throw new ArgumentException("There is no sequence; expected at least one.", nameof(sequences));
        int[,] symbols = new int[sequences.Max(sequence => sequence.Length), sequences.Count];
        for (int b = 0; b < sequences.Count; b++)
        {
            if (sequences[b].Length == 0)
                throw new ArgumentException($"sequences[{b}] is empty; expected at least one symbol.", nameof(sequences));
            for (int t = 0; t < symbols.GetLength(0); t++)
                symbols[t, b] = t < sequences[b].Length ? sequences[b][t] : pastEnd;
        }

        return symbols;
    }

    /// <summary>Each sequence's length; null where all have the same.</summary>
    internal static IReadOnlyList<int>? Lengths<TStep>(IReadOnlyList<IReadOnlyList<TStep>> sequences) =>
        sequences.All(sequence => sequence.Count == sequences[0].Count) ? null : [.. sequences.Select(sequence => sequence.Count)];

    internal static void Copy(double[] values, Span<float> place)
    {
        if (values.Length != place.Length)
            throw new ArgumentException($"A step has {values.Length} numbers; expected {place.Length}, as the first has.", nameof(values));
        for (int k = 0; k < place.Length; k++)
            place[k] = (float)values[k];
    }
}

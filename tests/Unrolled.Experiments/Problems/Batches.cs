using Unrolled.Layers;

namespace Unrolled.Experiments.Problems;

/// <summary>Sequences side by side.</summary>
internal static class Batches
{
    /// <summary>How many sequences one step learns from.</summary>
    internal const int Size = 32;

    /// <summary>How many fresh sequences a generated task is scored on.</summary>
    internal const int Fresh = 512;

    /// <summary>[time, batch, feature], with zeros past the end of a shorter sequence.</summary>
    internal static Tensor Inputs(IReadOnlyList<IReadOnlyList<double[]>> sequences)
    {
        Tensor x = new(sequences.Max(sequence => sequence.Count), sequences.Count, sequences[0][0].Length);
        for (int b = 0; b < sequences.Count; b++)
        {
            for (int t = 0; t < sequences[b].Count; t++)
            {
                for (int k = 0; k < sequences[b][t].Length; k++)
                    x[t, b, k] = (float)sequences[b][t][k];
            }
        }

        return x;
    }

    internal static int[] Lengths(IReadOnlyList<IReadOnlyList<double[]>> sequences) => [.. sequences.Select(sequence => sequence.Count)];
}

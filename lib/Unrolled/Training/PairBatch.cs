
namespace Unrolled;

/// <summary>Pairs side by side: what an encoder reads, what a decoder reads, and what it should say.</summary>
/// <param name="Source">[source time, batch]; past the end of a shorter source stands 0.</param>
/// <param name="Read">[target time, batch]: start, then the target; past its end stands the end.</param>
/// <param name="Targets">The target, then the end, at the places that count.</param>
/// <param name="SourceLengths">Each source's length; all steps if not given.</param>
public sealed record PairBatch(int[,] Source, int[,] Read, ClassTargets Targets, IReadOnlyList<int>? SourceLengths = null)
{
    /// <summary>Drawn pairs, for a decoder with teacher forcing.</summary>
    /// <param name="pairs">At least one; no source may be empty.</param>
    /// <param name="start">The symbol that the decoder reads first.</param>
    /// <param name="end">The symbol that says that it is done.</param>
    /// <exception cref="ArgumentException">There is no pair, or a source is empty.</exception>
    public static PairBatch Of(IReadOnlyList<SequencePair> pairs, int start, int end)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        int[][] sources = [.. pairs.Select(pair => pair.Source)];
        return new PairBatch(
            Padding.Symbols(sources, 0),
            Padding.Symbols([.. pairs.Select(pair => (int[])[start, .. pair.Target])], end),
            ClassTargets.Of([.. pairs.Select(pair => (int[])[.. pair.Target, end])]),
            Padding.Lengths(sources));
    }
}

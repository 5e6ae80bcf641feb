namespace Unrolled;

/// <summary>
/// The baseline of every task of pairs: the target of the nearest known source, by <see cref="EditDistance"/>. Where
/// several sources are equally near, the target that most of them have; of equally many, the one that was first.
/// </summary>
public sealed class NearestPair
{
    private readonly SequencePair[] known;

    /// <summary>The baseline that knows some pairs.</summary>
    /// <param name="known">The pairs, at least one.</param>
    /// <exception cref="ArgumentException">There is no pair.</exception>
    public NearestPair(IEnumerable<SequencePair> known)
    {
        ArgumentNullException.ThrowIfNull(known);
        this.known = [.. known];
        if (this.known.Length == 0)
            throw new ArgumentException("There is no pair; expected at least one.", nameof(known));
    }

    /// <summary>The known pairs whose sources are nearest, in their order.</summary>
    /// <param name="source">A source.</param>
    public IReadOnlyList<SequencePair> Nearest(IReadOnlyList<int> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        int[] distances = [.. known.Select(pair => EditDistance.Between(pair.Source, source))];
        int least = distances.Min();
        return [.. known.Where((_, i) => distances[i] == least)];
    }

    /// <summary>The target of the nearest source.</summary>
    /// <param name="source">A source.</param>
    public int[] Target(IReadOnlyList<int> source) =>
        // MaxBy and GroupBy keep the order, so that the first of several is the one that was first.
        Nearest(source).GroupBy(pair => string.Join(' ', pair.Target)).MaxBy(group => group.Count())!.First().Target;

    /// <summary>The share of pairs whose target is that of the nearest known source.</summary>
    /// <param name="pairs">At least one.</param>
    /// <exception cref="InvalidOperationException">There is no pair.</exception>
    public double ExactMatch(IEnumerable<SequencePair> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        return pairs.Average(pair => Target(pair.Source).SequenceEqual(pair.Target) ? 1.0 : 0);
    }
}

using System.Collections.Immutable;
using System.Globalization;

namespace Unrolled;

/// <summary>A candidate with its place in the tree.</summary>
/// <param name="Candidate">The candidate.</param>
/// <param name="Level">Its level, from 0.</param>
/// <param name="Index">Its index in the level.</param>
/// <param name="Parent">The index of the beginning in the level before; −1 in the first level.</param>
/// <param name="IsDrawn">Whether there is room for it.</param>
internal sealed record BeamNode(BeamCandidate Candidate, int Level, int Index, int Parent, bool IsDrawn)
{
    public string Symbol => Candidate.Symbols[^1];

    public string Target => string.Join(' ', Candidate.Symbols);

    public string Written => NumberText.Fixed(Candidate.LogProbability, 2);
}

/// <summary>The content of a beam tree.</summary>
/// <param name="Title">The title.</param>
/// <param name="Levels">The candidates, level by level.</param>
/// <param name="LengthPenalty">α.</param>
/// <param name="Best">The path to the best target, a node for each level.</param>
/// <param name="Greedy">The path of greedy search, as far as it is in the tree.</param>
internal sealed record BeamModel(
    string Title, ImmutableArray<ImmutableArray<BeamNode>> Levels, double LengthPenalty, ImmutableArray<BeamNode> Best,
    ImmutableArray<BeamNode> Greedy)
{
    public const int Most = 6;

    /// <summary>The number of levels that are shown; null for the whole search, with its best target.</summary>
    public int? Written { get; init; }

    public int Shown => Written ?? Levels.Length;

    public bool IsWhole => Shown == Levels.Length;

    public static BeamModel Of(
        string title, ImmutableArray<ImmutableArray<BeamCandidate>> given, double lengthPenalty)
    {
        var levels = new List<ImmutableArray<BeamNode>>();
        var greedy = new List<BeamNode>();
        foreach ((int level, ImmutableArray<BeamCandidate> candidates) in given.Index())
        {
            ImmutableArray<BeamNode> nodes =
                [.. candidates.Select((one, index) => NodeOf(one, level, index, level == 0 ? [] : levels[^1]))];
            Check(level, nodes);
            // Greedy search takes the most probable continuation of its one beginning.
            BeamNode? next = greedy.Count < level
                ? null
                : nodes.Where(node => level == 0 || node.Parent == greedy[^1].Index).MaxBy(LogProbability);
            if (next is not null)
                greedy.Add(next);
            levels.Add(Drawn(nodes, next));
        }

        BeamNode? best = levels
            .SelectMany((nodes, level) => nodes.Where(node =>
                node.Candidate.IsKept && (node.Candidate.IsComplete || level == levels.Count - 1)))
            .OrderByDescending(node => node.Candidate.IsComplete)
            .ThenByDescending(node => Score(node.Candidate, lengthPenalty)).FirstOrDefault();
        return new BeamModel(title, [.. levels], lengthPenalty, PathTo(best, levels), [.. greedy]);
    }

    public bool IsOnBest(BeamNode node) =>
        IsWhole && node.Level < Best.Length && Best[node.Level].Index == node.Index;

    public bool IsOnGreedy(BeamNode node) =>
        node.Level < Greedy.Length && Greedy[node.Level].Index == node.Index;

    /// <summary>ln p of a target over its length's penalty.</summary>
    public double Score(BeamNode node) => Score(node.Candidate, LengthPenalty);

    private static double LogProbability(BeamNode node) => node.Candidate.LogProbability;

    private static double Score(BeamCandidate candidate, double lengthPenalty)
    {
        IEnumerable<int> places = Enumerable.Range(0, candidate.Symbols.Count - (candidate.IsComplete ? 1 : 0));
        return new Hypothesis([.. places], candidate.LogProbability, candidate.IsComplete).Score(lengthPenalty);
    }

    private static BeamNode NodeOf(BeamCandidate candidate, int level, int index, ImmutableArray<BeamNode> before)
    {
        string named = Named(level, index);
        if (candidate is null || candidate.Symbols is null || candidate.Symbols.Count != level + 1)
            throw new ArgumentException(
                $"{named} has {candidate?.Symbols?.Count ?? 0} symbols; expected {level + 1}, one for each level.");
        if (!(candidate.LogProbability <= 0 && double.IsFinite(candidate.LogProbability)))
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"{named} has ln p = {candidate.LogProbability}; expected a finite number of at most 0."));
        if (level == 0)
            return new BeamNode(candidate, level, index, -1, IsDrawn: true);
        BeamNode parent = before.FirstOrDefault(one =>
                one.Candidate is { IsKept: true, IsComplete: false }
                && one.Candidate.Symbols.SequenceEqual(candidate.Symbols.SkipLast(1)))
            ?? throw new ArgumentException(
                $"{named}, \"{string.Join(' ', candidate.Symbols)}\", continues nothing that is kept on level {level} "
                + "and not complete.");
        return new BeamNode(candidate, level, index, parent.Index, IsDrawn: true);
    }

    private static void Check(int level, ImmutableArray<BeamNode> nodes)
    {
        if (nodes.IsEmpty)
            throw new ArgumentException($"Level {level + 1} has no candidates; expected at least one.");
        int kept = nodes.Count(node => node.Candidate.IsKept);
        if (kept > Most)
            throw new ArgumentException($"Level {level + 1} keeps {kept} candidates; there is room for {Most}.");
        foreach (BeamNode node in nodes)
            if (nodes.Take(node.Index).Any(one => one.Candidate.Symbols.SequenceEqual(node.Candidate.Symbols)))
                throw new ArgumentException($"{Named(level, node.Index)}, \"{node.Target}\", is there twice.");
    }

    // All that are kept, greedy's, and the best of the others.
    private static ImmutableArray<BeamNode> Drawn(ImmutableArray<BeamNode> nodes, BeamNode? greedy)
    {
        HashSet<int> drawn =
        [
            .. nodes.OrderByDescending(node => node.Candidate.IsKept).ThenByDescending(node => node == greedy)
                .ThenByDescending(LogProbability).Take(Most).Select(node => node.Index),
        ];
        return [.. nodes.Select(node => node with { IsDrawn = drawn.Contains(node.Index) })];
    }

    private static ImmutableArray<BeamNode> PathTo(BeamNode? node, List<ImmutableArray<BeamNode>> levels)
    {
        var path = new List<BeamNode>();
        for (BeamNode? at = node; at is not null; at = at.Level == 0 ? null : levels[at.Level - 1][at.Parent])
            path.Insert(0, at);
        return [.. path];
    }

    private static string Named(int level, int index) => $"Candidate {index} of level {level + 1}";
}

/// <summary>The canonical data of a beam tree.</summary>
internal static class BeamData
{
    public static string Of(BeamModel model)
    {
        using var writer = new CanonicalWriter("beam");
        writer.Text("title", model.Title);
        writer.Number("lengthPenalty", model.LengthPenalty);
        if (model.Written is { } written)
            writer.Number("written", written);
        writer.Objects("levels", model.Levels, level => writer.Objects("candidates", level, node =>
        {
            writer.Words("symbols", node.Candidate.Symbols);
            writer.Number("lnP", node.Candidate.LogProbability);
            writer.Flag("kept", node.Candidate.IsKept);
            writer.Flag("complete", node.Candidate.IsComplete);
        }));
        return writer.Finish();
    }
}

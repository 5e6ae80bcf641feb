using System.Globalization;

namespace Unrolled;

/// <summary>A beam tree as text.</summary>
internal static class BeamText
{
    /// <summary>A table with a row for each candidate that is drawn, and the result.</summary>
    public static string Of(BeamModel model)
    {
        var table = new Table(model.Title, "symbols", "target", "ln p", "kept", "on the path of");
        foreach (BeamNode node in model.Levels.SelectMany(level => level.Where(node => node.IsDrawn)))
            table.Row(
                node.Level + 1, node.Target, node.Written, node.Candidate.IsKept ? "kept" : "pruned",
                Paths(model, node));
        return $"{table}\n{Result(model)}";
    }

    /// <summary>The levels that are shown, in sentences.</summary>
    public static string Describe(BeamModel model)
    {
        if (model.Written is { } written)
            return $"{Note(model)} {(written == 0 ? "" : Kept(model, written - 1))}".TrimEnd();
        IEnumerable<string> levels =
            Enumerable.Range(0, model.Levels.Length).Select(level => $"{Counts(model, level)} {Kept(model, level)}");
        return $"{string.Join(" ", levels)} {Result(model)}";
    }

    /// <summary>The remark above the tree: on the newest level, or the result.</summary>
    public static string Note(BeamModel model) => model.Shown == 0 ? "Nothing is written yet."
        : model.IsWhole ? Result(model)
        : Counts(model, model.Shown - 1);

    private static string Counts(BeamModel model, int level)
    {
        int kept = model.Levels[level].Count(node => node.Candidate.IsKept), all = model.Levels[level].Length;
        string symbols = level == 0 ? "1 symbol" : $"{level + 1} symbols";
        return $"After {symbols}: {all} {(all == 1 ? "continuation is" : "continuations are")} compared, {kept} kept.";
    }

    private static string Kept(BeamModel model, int level)
    {
        string Listed(bool kept) => string.Join(", ", model.Levels[level]
            .Where(node => node.IsDrawn && node.Candidate.IsKept == kept)
            .Select(node => $"\"{node.Target}\" {node.Written}"));
        string pruned = Listed(kept: false);
        int more = model.Levels[level].Count(node => !node.IsDrawn);
        string others = more == 0 ? "" : $" and {more} more";
        return $"Kept: {Listed(kept: true)}.{(pruned.Length == 0 ? "" : $" Pruned: {pruned}{others}.")}";
    }

    /// <summary>The best target, and greedy's.</summary>
    public static string Result(BeamModel model)
    {
        if (model.Best.IsEmpty)
            return "Nothing is kept to the end.";
        BeamNode best = model.Best[^1], greedy = model.Greedy[^1];
        string score = model.LengthPenalty == 0 ? "" : string.Create(
            CultureInfo.InvariantCulture,
            $", score {NumberText.Fixed(model.Score(best), 2)} with α = {model.LengthPenalty:0.##}");
        string found = $"Best: {best.Target}, ln p = {best.Written}{score}.";
        bool isSame = best.Level == greedy.Level && best.Index == greedy.Index;
        return isSame ? $"{found} Greedy search finds the same."
            : greedy.Candidate.IsKept ? $"{found} Greedy: {greedy.Target}, ln p = {greedy.Written}."
            : $"{found} Greedy's path is pruned at {greedy.Target}, ln p = {greedy.Written}.";
    }

    private static string Paths(BeamModel model, BeamNode node) => (model.IsOnBest(node), model.IsOnGreedy(node)) switch
    {
        (true, true) => "best, greedy",
        (true, false) => "best",
        (false, true) => "greedy",
        _ => "",
    };
}

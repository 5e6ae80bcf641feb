using Unrolled.Experiments.Problems;

namespace Unrolled.Experiments.Judging;

/// <summary>
/// One row of an experiment was better than another; the sign of the difference of their medians must stay.
/// </summary>
/// <param name="Better">The index of the better row.</param>
/// <param name="Worse">The index of the worse row.</param>
/// <param name="Source">The line of the earlier measurement.</param>
internal sealed record Separation(int Better, int Worse, string Source)
{
    internal Verdict Judge(Score score, IReadOnlyList<RowResult> rows)
    {
        if (rows[Better].Seeds.Count < Expectation.LeastSeeds || rows[Worse].Seeds.Count < Expectation.LeastSeeds)
            return Verdict.TooFewSeeds;
        return score.IsBetter(rows[Better].Median, rows[Worse].Median) ? Verdict.Reproduced : Verdict.NotReproduced;
    }
}

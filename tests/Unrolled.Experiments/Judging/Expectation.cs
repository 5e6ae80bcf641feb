namespace Unrolled.Experiments.Judging;

/// <summary>The expectation for a row from an earlier measurement.</summary>
/// <param name="Source">The line of the earlier measurement.</param>
internal abstract record Expectation(string Source)
{
    /// <summary>A verdict needs this many.</summary>
    internal const int LeastSeeds = 5;

    internal Verdict Judge(IReadOnlyList<SeedResult> seeds) =>
        seeds.Count < LeastSeeds ? Verdict.TooFewSeeds : JudgeEnough(seeds);

    private protected abstract Verdict JudgeEnough(IReadOnlyList<SeedResult> seeds);
}

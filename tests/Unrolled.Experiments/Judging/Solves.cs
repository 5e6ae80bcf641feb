namespace Unrolled.Experiments.Judging;

/// <summary>Every seed solved it before, so four of five must.</summary>
internal sealed record Solves(string Source) : Expectation(Source)
{
    private protected override Verdict JudgeEnough(IReadOnlyList<SeedResult> seeds) =>
        5 * seeds.Count(seed => seed.Solved) >= 4 * seeds.Count ? Verdict.Reproduced : Verdict.NotReproduced;
}

namespace Unrolled.Experiments.Judging;

/// <summary>It was at chance, or some seeds failed. The result is reported; a failure is never asserted.</summary>
internal sealed record Fails(string Source) : Expectation(Source)
{
    private protected override Verdict JudgeEnough(IReadOnlyList<SeedResult> seeds) => Verdict.OnlyReported;
}

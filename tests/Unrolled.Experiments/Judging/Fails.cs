namespace Unrolled.Experiments.Judging;

/// <summary>It was at chance, or some seeds failed. That is reported; that it must fail is never asserted.</summary>
internal sealed record Fails(string Source) : Expectation(Source)
{
    private protected override Verdict JudgeEnough(IReadOnlyList<SeedResult> seeds) => Verdict.OnlyReported;
}

namespace Unrolled.Experiments.Judging;

/// <summary>The scores lay in a range, which the range of the seeds must overlap.</summary>
/// <param name="Lowest">The lowest score.</param>
/// <param name="Highest">The highest score; infinite where only a lowest is known.</param>
/// <param name="Source">The line of the earlier measurement.</param>
internal sealed record Ranges(double Lowest, double Highest, string Source) : Expectation(Source)
{
    /// <summary>About one number, whose spread over the seeds is not recorded.</summary>
    internal static Ranges About(double score, double giveOrTake, string source) =>
        new(score - giveOrTake, score + giveOrTake, source);

    private protected override Verdict JudgeEnough(IReadOnlyList<SeedResult> seeds) =>
        seeds.Min(seed => seed.Score) <= Highest && seeds.Max(seed => seed.Score) >= Lowest
            ? Verdict.Reproduced
            : Verdict.NotReproduced;
}

namespace Unrolled.Experiments.Judging;

/// <summary>
/// The scores lay in a range that is not reached here, as the row's note says; they lie in another one, which the range
/// of the seeds must overlap, so that a change is noticed.
/// </summary>
/// <param name="Earlier">The range of the earlier measurement.</param>
/// <param name="Lowest">The lowest score here.</param>
/// <param name="Highest">The highest score here.</param>
internal sealed record Differs(Ranges Earlier, double Lowest, double Highest) : Expectation(Earlier.Source)
{
    private protected override Verdict JudgeEnough(IReadOnlyList<SeedResult> seeds) =>
        Earlier.Judge(seeds) == Verdict.Reproduced ? Verdict.Reproduced
            : new Ranges(Lowest, Highest, Source).Judge(seeds) == Verdict.Reproduced ? Verdict.DiffersAsKnown
            : Verdict.NotReproduced;
}

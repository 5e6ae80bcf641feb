namespace Unrolled.Experiments.Judging;

internal enum Verdict
{
    Reproduced,
    NotReproduced,

    /// <summary>A failure was expected; it is shown and never asserted.</summary>
    OnlyReported,

    /// <summary>There are fewer than <see cref="Expectation.LeastSeeds"/> seeds.</summary>
    TooFewSeeds,
}

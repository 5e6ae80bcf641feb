namespace Unrolled.Experiments.Judging;

internal enum Verdict
{
    Reproduced,
    NotReproduced,

    /// <summary>It differs from the earlier measurement as it did before; the row's note tells what is known.</summary>
    DiffersAsKnown,

    /// <summary>A failure was expected; it is shown and never asserted.</summary>
    OnlyReported,

    /// <summary>There are fewer than <see cref="Expectation.LeastSeeds"/> seeds.</summary>
    TooFewSeeds,
}

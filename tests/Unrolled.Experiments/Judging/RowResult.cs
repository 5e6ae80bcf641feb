using MathNet.Numerics.Statistics;
using Unrolled.Experiments.Rows;

namespace Unrolled.Experiments.Judging;

/// <summary>All runs of a row.</summary>
/// <param name="Row">The row.</param>
/// <param name="Seeds">One run from each seed.</param>
/// <param name="SecondsPerStep">The processor time of one training step; null if it could not be measured.</param>
internal sealed record RowResult(Row Row, IReadOnlyList<SeedResult> Seeds, double? SecondsPerStep)
{
    internal Verdict Verdict => Row.Expected.Judge(Seeds);

    internal double Median => Seeds.Select(seed => seed.Score).Median();

    internal double Seconds => Seeds.Sum(seed => seed.Seconds);

    /// <summary>
    /// The factor by which a step is faster than before the layers were tuned; null if either was not measured.
    /// </summary>
    internal double? Speedup => Row.UntunedSecondsPerStep / SecondsPerStep;
}

using MathNet.Numerics.Statistics;
using Unrolled.Experiments.Rows;

namespace Unrolled.Experiments.Judging;

/// <summary>All runs of a row.</summary>
internal sealed record RowResult(Row Row, IReadOnlyList<SeedResult> Seeds)
{
    internal Verdict Verdict => Row.Expected.Judge(Seeds);

    internal double Median => Seeds.Select(seed => seed.Score).Median();

    internal double Seconds => Seeds.Sum(seed => seed.Seconds);

    internal double SecondsPerStep => Seeds.Sum(seed => seed.TrainingSeconds) / Seeds.Sum(seed => seed.Steps);

    /// <summary>How many times as fast a step was as before the layers were tuned; null if that was not measured.</summary>
    internal double? Speedup => Row.UntunedSecondsPerStep / SecondsPerStep;
}

using Unrolled.Experiments.Judging;

namespace Unrolled.Tests.Experiments.Judging;

/// <summary>Runs that were never made, to be judged.</summary>
internal static class Runs
{
    internal static SeedResult[] Solving(int solved, int seeds) =>
        [.. Enumerable.Range(1, seeds)
            .Select(seed => new SeedResult(seed, Score: 0, Solved: seed <= solved, Steps: 1, Seconds: 0))];

    internal static SeedResult[] Scoring(params double[] scores) =>
        [.. scores.Select((score, i) => new SeedResult(i + 1, score, Solved: false, Steps: 1, Seconds: 0))];
}

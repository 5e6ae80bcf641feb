using Unrolled.Experiments;
using Unrolled.Experiments.Judging;
using Unrolled.Experiments.Problems;
using Unrolled.Experiments.Rows;
using Unrolled.Layers;
using Unrolled.Tasks;

namespace Unrolled.Tests.Experiments;

public sealed class ExperimentRunnerTests
{
    private static readonly GeneratedClasses Problem = new(new NoiseFreeLag(4), ReadAt.LastStep);

    [Fact]
    public void A_run_stops_when_the_problem_is_solved()
    {
        SeedResult run = Assert.Single(Run(steps: 5000, seeds: 1));
        Assert.True(run.Solved);
        Assert.InRange(run.Score, .99, 1);
        Assert.InRange(run.Steps, 1, 1000);
    }

    [Fact]
    public void The_same_seed_gives_the_same_score_and_another_seed_another_run()
    {
        (double, long)[] once = [.. Run(steps: 3, seeds: 3).Select(run => (run.Score, run.Steps))];
        Assert.Equal(once, Run(steps: 3, seeds: 3).Select(run => (run.Score, run.Steps)));
        Assert.NotEqual(1, once.Distinct().Count());
    }

    private static IReadOnlyList<SeedResult> Run(int steps, int seeds) =>
        ExperimentRunner.Run(Problem, new Row(CellKind.Rnn, 8, .01, steps, new Fails("none")), seeds).Seeds;
}

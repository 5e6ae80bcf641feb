using Unrolled.Experiments;
using Unrolled.Experiments.Judging;
using Unrolled.Experiments.Problems;
using Unrolled.Experiments.Rows;
using Unrolled.Experiments.Trials;

namespace Unrolled.Tests.Experiments;

public sealed class ExperimentRunnerTests
{
    private static readonly GeneratedClasses Problem = new(new NoiseFreeLagTask(4), OutputAt.LastStep);

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

    [Fact]
    public void A_run_whose_loss_is_not_finite_is_shown_with_its_reason_and_the_others_go_on()
    {
        RowResult result = ExperimentRunner.Run(
            new BreaksFromSeed1(), new Row(CellKind.Rnn, 8, .01, 300, new Fails("none")), 2);

        SeedResult[] runs = [.. result.Seeds];
        Assert.Null(result.SecondsPerStep);

        Assert.Equal("Step 101: the loss is NaN.", runs[0].Failure);
        Assert.False(runs[0].Solved);
        Assert.Null(runs[1].Failure);
        Assert.True(runs[1].Solved);
    }

    private static IReadOnlyList<SeedResult> Run(int steps, int seeds) =>
        ExperimentRunner.Run(Problem, new Row(CellKind.Rnn, 8, .01, steps, new Fails("none")), seeds).Seeds;

    private sealed class BreaksFromSeed1 : IProblem
    {
        public Score Score => Score.SolvedAccuracy;

        public IReadOnlyList<Trivial> Baselines => [];

        public ITrial Begin(Row row, Xoshiro256 random) =>
            new Breaking(breaks: random.NextDouble() == new Xoshiro256(1).NextDouble());
    }

    private sealed class Breaking(bool breaks) : ITrial
    {
        private bool broken;

        public long Step { get; private set; }

        public void Run(int steps)
        {
            broken = breaks && Step >= 100;
            if (broken)
                throw new NonFiniteException("Step 101: the loss is NaN.");
            Step += steps;
        }

        public Measurement Measure(Random fresh) => new(broken || Step == 300 ? 1 : 0);
    }
}

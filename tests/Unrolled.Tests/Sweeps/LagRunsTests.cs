namespace Unrolled.Tests.Sweeps;

/// <summary>The runs that were made once are what the code of today makes.</summary>
public class LagRunsTests
{
    private static readonly IReadOnlyList<LagRun> Kept = LagRuns.Load();

    // A row of a thousand steps that is solved, and one that uses up its whole budget.
    public static TheoryData<string, string, int, double, int> Quick => new()
    {
        { "temporal order", "GRU bias ln T", 1000, .01, 1 },
        { "temporal order", "RNN", 30, .01, 1 },
    };

    [Theory]
    [MemberData(nameof(Quick))]
    public void A_kept_row_is_reproduced(string task, string model, int T, double rate, int seed) =>
        RequireEqual(Find(task, model, T, rate, seed));

    [NightlyFact]
    public void Kept_rows_of_the_longest_sequences_are_reproduced()
    {
        LagRun[] longest =
        [
            .. Kept.Where(run => run.Solved).GroupBy(run => run.Setting.Task)
                .Select(task => task.OrderByDescending(run => run.Setting.T).ThenBy(run => run.Updates).First()),
        ];
        Assert.NotEmpty(longest);
        Assert.All(longest, RequireEqual);
    }

    [Fact]
    public void Every_row_is_of_another_setting_and_ended_as_its_numbers_say()
    {
        Assert.Equal(Kept.Count, Kept.Select(run => run.Setting).Distinct().Count());
        Assert.All(Kept, run => Assert.True(
            run.Solved
                ? run.Updates <= run.Setting.Budget && run.Setting.Task.IsSolved(run.Score)
                : run.Outcome == LagOutcome.Diverged || run.Updates == run.Setting.Budget,
            $"{run}"));
    }

    [Fact]
    public void The_best_rate_is_that_from_which_most_seeds_solve_the_task_then_the_fastest_then_the_best_score()
    {
        static LagRun run(
            double rate, int seed, bool solved, int updates, LagTask? task = null, double score = 1) => new(
            new LagSetting(task ?? LagTask.Latch, LagModel.Gru, 30, rate, seed, 100),
            solved ? LagOutcome.Solved : LagOutcome.GivenUp, updates, score, 1, 1, "");
        LagRun[] runs =
        [
            run(.1, 2, true, 50), run(.1, 1, false, 100), run(.01, 2, true, 80), run(.01, 1, true, 90),
            run(.001, 1, true, 95), run(.001, 2, true, 95),
        ];
        Assert.Equal([runs[3], runs[2]], runs.AtBestRate(LagTask.Latch, LagModel.Gru, 30));
        Assert.Empty(runs.AtBestRate(LagTask.Latch, LagModel.Gru, 31));
        Assert.Empty(runs.AtBestRate(LagTask.Adding, LagModel.Gru, 30));

        LagRun[] inVain = [run(.1, 1, false, 100, score: .6), run(.01, 1, false, 100, score: .8)];
        Assert.Equal([inVain[1]], inVain.AtBestRate(LagTask.Latch, LagModel.Gru, 30));
        inVain =
        [
            run(.1, 1, false, 100, LagTask.Adding, score: .1), run(.01, 1, false, 100, LagTask.Adding, score: .2),
        ];
        Assert.Equal([inVain[0]], inVain.AtBestRate(LagTask.Adding, LagModel.Gru, 30));
    }

    private static LagRun Find(string task, string model, int T, double rate, int seed) => Kept.Single(run =>
        run.Setting == new LagSetting(LagTask.Named(task), LagModel.Named(model), T, rate, seed, 2000));

    private static void RequireEqual(LagRun kept)
    {
        LagRun made = LagSweep.Run(kept.Setting);
        Assert.Equal(
            (kept.Outcome, kept.Updates, kept.Score, kept.Parameters),
            (made.Outcome, made.Updates, made.Score, made.Parameters));
    }
}

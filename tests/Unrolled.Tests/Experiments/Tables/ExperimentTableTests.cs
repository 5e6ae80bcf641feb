using Unrolled.Experiments.Problems;
using Unrolled.Experiments.Tables;
using Unrolled.Experiments.Trials;

namespace Unrolled.Tests.Experiments.Tables;

public sealed class ExperimentTableTests
{
    [Fact]
    public void Every_task_has_a_name_of_its_own_and_so_has_every_row_of_it()
    {
        Assert.Distinct(ExperimentTable.All.Select(one => one.Name));
        Assert.All(ExperimentTable.All, one => Assert.Distinct(one.Rows.Select(row => row.Name)));
    }

    [Fact]
    public void A_separation_names_two_rows_of_its_task()
    {
        Assert.All(ExperimentTable.All, one => Assert.All(one.Separations, separation =>
        {
            Assert.InRange(separation.Better, 0, one.Rows.Count - 1);
            Assert.InRange(separation.Worse, 0, one.Rows.Count - 1);
            Assert.NotEqual(separation.Better, separation.Worse);
        }));
    }

    [Fact]
    public void Every_row_carries_the_time_of_a_step_before_the_layers_were_tuned()
    {
        Assert.All(
            ExperimentTable.All,
            one => Assert.All(one.Rows, row => Assert.InRange(row.UntunedSecondsPerStep ?? 0, .0001, .1)));
    }

    [Fact]
    public void Tasks_are_chosen_by_name_in_the_order_of_the_table()
    {
        Assert.Equal(["adding", "digits"], ExperimentTable.Choose(["digits", "adding"]).Select(one => one.Name));
    }

    [Fact]
    public void Every_row_of_every_task_can_take_a_step_and_be_scored()
    {
        Assert.All(ExperimentTable.All, one =>
        {
            IProblem problem = one.Problem();
            Assert.All(one.Rows, row =>
            {
                ITrial trial = problem.Begin(row with { Steps = 1 }, new Xoshiro256(1));
                trial.Run(1);
                Assert.InRange(trial.Measure(new Xoshiro256(2)).Score, 0, 1000);
            });
        });
    }
}

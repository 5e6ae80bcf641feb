using MathNet.Numerics.Random;
using Unrolled.Experiments.Tables;

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
    public void Tasks_are_chosen_by_name_in_the_order_of_the_table()
    {
        Assert.Equal(["adding", "digits"], ExperimentTable.Choose(["digits", "adding"]).Select(one => one.Name));
    }

    [Fact]
    public void All_problems_can_be_made_and_fit_their_models()
    {
        Assert.All(ExperimentTable.All, one =>
        {
            var problem = one.Problem();
            Assert.All(one.Rows, row =>
            {
                var random = new Xoshiro256StarStar(1);
                var batch = problem.NextBatch(random);
                var output = row.Create(problem, random).Forward(batch.Inputs, lengths: batch.Lengths).Output;
                Assert.InRange(batch.Targets.Loss(output).Value, 0, 100);
            });
        });
    }
}

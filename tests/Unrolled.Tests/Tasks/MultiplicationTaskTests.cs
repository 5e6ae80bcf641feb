using FsCheck.Fluent;

namespace Unrolled.Tests.Tasks;

public class MultiplicationTaskTests
{
    [Fact]
    public void The_target_is_the_product_of_the_marked_numbers_of_which_a_first_counts_as_one() =>
        Prop.ForAll(Drawn.SeedsWith(20, 200), sample =>
        {
            var example = new MultiplicationTask(sample.Number).Draw(new Xoshiro256(sample.Seed));

            Assert.All(example.Inputs, step => Assert.InRange(step[0], 0, 1));
            double product = example.Inputs.Where(step => step[1] == 1).Aggregate(1.0, (so, step) => so * step[0]);
            Assert.Equal(product, Drawn.TargetAtTheEnd(example), 1e-15);
        }).CheckSeeded();

    [Fact]
    public void Predicting_the_mean_has_the_squared_error_of_the_baseline()
    {
        var task = new MultiplicationTask(20);
        double[] targets = [.. Drawn.From(task, 100_000).Select(Drawn.TargetAtTheEnd)];

        double mean = targets.Average();
        Assert.Equal((1 + .2) / 4, mean, .004);
        Assert.Equal(task.Baseline.Value, targets.Average(target => Math.Pow(target - mean, 2)), .0015);
    }
}

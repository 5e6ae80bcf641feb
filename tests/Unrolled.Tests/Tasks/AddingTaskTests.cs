using FsCheck.Fluent;

namespace Unrolled.Tests.Tasks;

public class AddingTaskTests
{
    [Fact]
    public void One_number_of_each_half_is_marked_and_the_target_is_their_sum() =>
        Prop.ForAll(Drawn.SeedsWith(2, 60), sample =>
        {
            var example = new AddingTask(sample.Number).Draw(new Xoshiro256(sample.Seed));

            Assert.Equal(sample.Number, example.Length);
            Assert.All(example.Inputs, step => Assert.InRange(step[0], 0, 1));
            Assert.All(example.Inputs, step => Assert.True(step[1] is 0 or 1));
            double first = Assert.Single(example.Inputs.Take(sample.Number / 2), step => step[1] == 1)[0];
            double second = Assert.Single(example.Inputs.Skip(sample.Number / 2), step => step[1] == 1)[0];
            Assert.Equal(first + second, Drawn.TargetAtTheEnd(example));
        }).CheckSeeded();

    [Fact]
    public void Every_step_of_a_half_is_marked_equally_often()
    {
        int[][] marks = [.. Drawn.From(new AddingTask(20), 4000).Select(example =>
            Enumerable.Range(0, 20).Where(t => example.Inputs[t][1] == 1).ToArray())];

        Drawn.AssertEquallyLikely([.. marks.Select(both => both[0])], 10);
        Drawn.AssertEquallyLikely([.. marks.Select(both => both[1])], 10);
    }

    [Fact]
    public void Predicting_the_mean_has_the_squared_error_of_the_baseline_one_sixth()
    {
        var task = new AddingTask(10);
        double[] targets = [.. Drawn.From(task, 100_000).Select(Drawn.TargetAtTheEnd)];

        Assert.Equal(1, targets.Average(), .005);
        Assert.Equal(1.0 / 6, task.Baseline.Value);
        // (X − 1)² of a triangular X has the deviation .197, so the mean of 100,000 has the error .0006.
        Assert.Equal(task.Baseline.Value, targets.Average(target => Math.Pow(target - 1, 2)), .0025);
    }
}

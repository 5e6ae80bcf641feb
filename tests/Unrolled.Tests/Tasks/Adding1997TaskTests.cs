using FsCheck.Fluent;

namespace Unrolled.Tests.Tasks;

public class Adding1997TaskTests
{
    [Fact]
    public void Marks_stand_where_the_paper_puts_them_and_the_target_follows_from_what_is_seen() =>
        Prop.ForAll(Drawn.SeedsWith(20, 200), sample =>
        {
            var (seed, shortest) = sample;
            var example = new Adding1997Task(shortest).Draw(new Xoshiro256(seed));

            Assert.InRange(example.Length, shortest, shortest + shortest / 10);
            Assert.All(example.Inputs, step => Assert.InRange(step[0], -1, 1));
            Assert.Equal((-1, -1), (example.Inputs[0][1], example.Inputs[^1][1]));
            Assert.All(example.Inputs[1..^1], step => Assert.True(step[1] is 0 or 1));
            int[] marked = [.. Enumerable.Range(0, example.Length).Where(t => example.Inputs[t][1] == 1)];
            Assert.InRange(marked.Length, 1, 2);
            Assert.InRange(marked[^1], 1, shortest / 2 - 1);
            if (marked.Length == 2)
                Assert.InRange(marked[0], 1, 9);
            Assert.Equal(.5 + marked.Sum(t => example.Inputs[t][0]) / 4, Drawn.TargetAtTheEnd(example), 1e-15);
        }).CheckSeeded();

    [Fact]
    public void The_first_pair_is_marked_as_often_as_the_rule_says()
    {
        int hidden = Drawn.From(new Adding1997Task(100), 20_000)
            .Count(example => example.Inputs.Count(step => step[1] == 1) == 1);

        // 1/10 for the first mark and 9/10 · 1/49 for the second; the share of 20,000 has the error .0023.
        Assert.Equal(.1 + .9 / 49, hidden / 20_000.0, .008);
    }

    [Fact]
    public void Predicting_the_mean_has_the_squared_error_of_the_baseline()
    {
        var task = new Adding1997Task(20);
        double[] targets = [.. Drawn.From(task, 100_000).Select(Drawn.TargetAtTheEnd)];

        Assert.Equal((2 - .1 - .9 / 9) / 48, task.Baseline.Value, 1e-15);
        Assert.Equal(task.Baseline.Value, targets.Average(target => Math.Pow(target - .5, 2)), .0006);
    }

    [Theory]
    [InlineData(.5399, true)]
    [InlineData(.4601, true)]
    [InlineData(.5401, false)]
    [InlineData(double.NaN, false)]
    public void An_output_is_right_if_its_error_is_below_four_hundredths(double output, bool right) =>
        Assert.Equal(right, Adding1997Task.IsRight(output, .5));
}

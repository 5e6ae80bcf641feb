
namespace Unrolled.Tests.Tasks;

public class SumSinceMarkTaskTests
{
    [Fact]
    public void The_target_is_the_sum_of_the_numbers_from_the_last_mark_on()
    {
        var example = new SumSinceMarkTask(12, markProbability: .4).Draw(new Xoshiro256(3));

        for (int t = 0; t < example.Length; t++)
        {
            int from = Enumerable.Range(0, t + 1).LastOrDefault(step => example.Inputs[step][1] == 1);
            Assert.Equal(
                example.Inputs[from..(t + 1)].Sum(step => step[0]), Assert.Single(example.Targets[t]), precision: 12);
        }
    }

    [Fact]
    public void Without_marks_it_is_the_running_sum_and_with_marks_alone_the_number()
    {
        var running = new SumSinceMarkTask(5, markProbability: 0).Draw(new Xoshiro256(1));
        var alone = new SumSinceMarkTask(5, markProbability: 1).Draw(new Xoshiro256(1));

        Assert.Equal(running.Inputs.Sum(step => step[0]), running.Targets[^1][0], precision: 12);
        Assert.Equal(alone.Inputs.Select(step => step[0]), alone.Targets.Select(target => target[0]));
    }

    [Fact]
    public void Always_0_has_the_squared_error_of_the_baseline()
    {
        // Two steps and no mark: one addend at the first, two at the second, each of variance 1/3.
        Assert.Equal((1 + 2) / 6.0, new SumSinceMarkTask(2, markProbability: 0).Baseline.Value, precision: 12);

        var task = new SumSinceMarkTask(30);
        double measured = Drawn.From(task, 20_000)
            .Average(example => example.Targets.Average(target => target[0] * target[0]));

        Assert.Equal(task.Baseline.Value, measured, .05);
    }

    [Fact]
    public void A_length_or_a_probability_out_of_range_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SumSinceMarkTask(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SumSinceMarkTask(5, markProbability: 1.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SumSinceMarkTask(5, markProbability: double.NaN));
    }
}


namespace Unrolled.Tests.Training;

public sealed class LearningRateScheduleTests
{
    [Fact]
    public void Every_schedule_gives_the_rates_that_it_says()
    {
        Assert.Equal([.1, .1], Rates(LearningRateSchedule.Constant(.1), 0, 1_000));
        Assert.Equal([.8, .8, .4, .2], Rates(LearningRateSchedule.Stepwise(.8, .5, every: 10), 0, 9, 10, 29));
        Assert.Equal([1, .6, .2, .2], Rates(LearningRateSchedule.Cosine(1, .2, steps: 100), 0, 50, 100, 500));
        Assert.Equal(
            [.25, .5, 1, 1], Rates(LearningRateSchedule.WarmUp(4, LearningRateSchedule.Constant(1)), 0, 1, 3, 50));
    }

    private static double[] Rates(Func<long, double> schedule, params long[] steps) =>
        [.. steps.Select(step => Math.Round(schedule(step), 12))];
}

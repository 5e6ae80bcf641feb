namespace Unrolled.Tests.Forecasting;

public sealed class ForecastScoreTests
{
    private static readonly ForecastInterval[] Intervals = [new(0, 2), new(1, 3), new(-1, 1)];

    [Fact]
    public void Coverage_is_the_share_of_the_values_within_and_the_ends_belong_to_an_interval() =>
        Assert.Equal(2.0 / 3, ForecastScore.Coverage(Intervals, [2, 3.5, 0]), 15);

    [Fact]
    public void The_interval_score_is_the_width_and_a_penalty_for_the_distance_of_a_miss() =>
        // Widths 2; the second value is .5 above, the third .25 below; 2/α is 20.
        Assert.Equal(
            (2 + (2 + 20 * .5) + (2 + 20 * .25)) / 3, ForecastScore.IntervalScore(Intervals, [1, 3.5, -1.25], .9), 12);

    [Fact]
    public void The_pinball_loss_costs_the_level_above_the_quantile_and_the_rest_below() =>
        // Two above by 3 and 1, one below by 2: (.9 · 3 + .9 · 1 + .1 · 2) / 3.
        Assert.Equal(3.8 / 3, ForecastScore.Pinball([1, 1, 1], [4, 2, -1], level: .9), 12);

    [Fact]
    public void The_pinball_loss_is_least_at_the_quantile()
    {
        double[] values = [.. Enumerable.Range(1, 99).Select(i => (double)i)];
        double Loss(double q) => ForecastScore.Pinball([.. values.Select(_ => q)], values, .2);

        Assert.Equal(20, Enumerable.Range(1, 99).MinBy(q => Loss(q)));
    }

    [Fact]
    public void The_score_of_a_sample_is_the_squared_distance_of_its_distribution_from_the_values()
    {
        // F is 0, then 1/2 from 0 to 2, then 1: the integral over (F − step at 1)² is 1/4 + 1/4.
        Assert.Equal(.5, ForecastScore.Crps([0, 2], 1), 12);
        // 1/4 from 0 to 2, and 1 from 2 to 5.
        Assert.Equal(3.5, ForecastScore.Crps([2, 0], 5), 12);
        Assert.Equal(3, ForecastScore.Crps([4], 1), 12);
    }

    [Fact]
    public void The_score_of_a_sample_is_twice_the_mean_pinball_loss_over_all_levels()
    {
        double[] sample = [3, -1, 4, 1.5, 9, 2];
        const int levels = 60_000;
        double[] sorted = [.. sample.Order()];

        double mean = Enumerable.Range(0, levels).Select(i => (i + .5) / levels)
            .Average(level => ForecastScore.Pinball([sorted[(int)(level * sorted.Length)]], [2.25], level));

        Assert.Equal(2 * mean, ForecastScore.Crps(sample, 2.25), 1e-6);
    }

    [Fact]
    public void The_score_of_a_normal_distribution_is_that_of_a_large_sample_of_it()
    {
        Xoshiro256 random = new(1);
        double[] sample = [.. Enumerable.Range(0, 200_000).Select(_ => 3 + Gaussian.Draw(2, random))];

        Assert.Equal(ForecastScore.Crps(sample, 4.5), ForecastScore.CrpsOfNormal(3, 2, 4.5), 1e-2);
        // At the mean: σ (2φ(0) − 1/√π) = σ (√2 − 1) / √π.
        Assert.Equal(2 * (Math.Sqrt(2) - 1) / Math.Sqrt(Math.PI), ForecastScore.CrpsOfNormal(3, 2, 3), 12);
    }

    [Fact]
    public void What_cannot_be_scored_is_refused_by_name()
    {
        Assert.StartsWith(
            "intervals has 3 forecasts and actual 2 values",
            Assert.Throws<ArgumentException>(() => ForecastScore.Coverage(Intervals, [1, 2])).Message);
        Assert.StartsWith(
            "quantiles has 0 forecasts",
            Assert.Throws<ArgumentException>(() => ForecastScore.Pinball([], [], .5)).Message);
        Assert.StartsWith(
            "level is 1; expected more than 0 and less than 1.",
            Assert.Throws<ArgumentOutOfRangeException>(() => ForecastScore.Pinball([1], [1], 1)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => ForecastScore.IntervalScore(Intervals, [1, 2, 3], double.NaN));
        Assert.StartsWith("sample is empty", Assert.Throws<ArgumentException>(() => ForecastScore.Crps([], 1)).Message);
        Assert.StartsWith(
            "deviation is 0",
            Assert.Throws<ArgumentOutOfRangeException>(() => ForecastScore.CrpsOfNormal(0, 0, 1)).Message);
        Assert.StartsWith(
            "Upper is 1; expected at least 2, the lower end.",
            Assert.Throws<ArgumentException>(() => new ForecastInterval(2, 1)).Message);
        Assert.Throws<ArgumentException>(() => new ForecastInterval(double.NaN, 1));
    }
}

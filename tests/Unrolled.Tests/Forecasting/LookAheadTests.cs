using MathNet.Numerics.Statistics;

namespace Unrolled.Tests.Forecasting;

public sealed class LookAheadTests
{
    private static readonly double[] Series = [.. Sunspots.Load().Take(30).Select(year => year.Number)];

    [Fact]
    public void What_reads_the_past_alone_looks_no_step_ahead()
    {
        Assert.Equal(0, LookAhead.Of(x => x, Series));
        Assert.Equal(0, LookAhead.Of(x => [.. x.Select((_, t) => x[..(t + 1)].Average())], Series));
        Assert.Equal(0, LookAhead.Of(x => [.. x.Select((_, t) => t == 0 ? 0 : x[t - 1])], Series));
        Assert.Equal(0, LookAhead.Of(x => new double[x.Length], Series));
    }

    [Fact]
    public void A_mean_of_both_sides_looks_as_far_ahead_as_it_reaches() =>
        Assert.Equal(
            2,
            LookAhead.Of(x => [.. x.Select((_, t) => x[Math.Max(0, t - 2)..Math.Min(30, t + 3)].Average())], Series));

    [Fact]
    public void A_standardization_by_all_values_looks_to_the_end()
    {
        Assert.Equal(29, LookAhead.Of(x => Standardizer.FitMeanAndDeviation(x).Transform(x), Series));
        Assert.Equal(29, LookAhead.Of(x => [.. x.Select(value => value - x.Max())], Series));
        Assert.Equal(29, LookAhead.Of(x => [.. x.Select(value => value - x.Median())], Series));
    }

    [Fact]
    public void A_part_that_is_standardized_by_an_earlier_one_looks_to_the_end_of_that_part() =>
        Assert.Equal(
            9, LookAhead.Of(x => Standardizer.FitMeanAndDeviation(x[..10]).Transform(x), Series));

    [Fact]
    public void A_preparation_of_another_length_is_refused()
    {
        Assert.StartsWith(
            "prepare gives 29 values for 30",
            Assert.Throws<ArgumentException>(() => LookAhead.Of(x => x[1..], Series)).Message);
        Assert.StartsWith(
            "series is empty", Assert.Throws<ArgumentException>(() => LookAhead.Of(x => x, [])).Message);
    }
}

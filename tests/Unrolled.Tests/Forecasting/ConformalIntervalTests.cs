namespace Unrolled.Tests.Forecasting;

public sealed class ConformalIntervalTests
{
    [Theory]
    [InlineData(9, .9, 9)]
    [InlineData(10, .9, 10)]
    [InlineData(19, .9, 18)]
    [InlineData(29, .9, 27)]
    [InlineData(5, .5, 3)]
    public void The_radius_is_the_error_of_rank_n_plus_one_times_the_coverage_rounded_up(
        int count, double coverage, int rank)
    {
        double[] actual = [.. Enumerable.Range(1, count).Select(i => i % 2 == 0 ? i : -(double)i)];

        ConformalInterval interval = ConformalInterval.Fit(new double[count], actual, coverage);

        Assert.Equal(rank, interval.Radius);
        Assert.Equal(new ForecastInterval(100 - rank, 100 + rank), interval.Around(100));
    }

    [Fact]
    public void Of_exchangeable_errors_the_promised_share_is_covered()
    {
        Xoshiro256 random = new(1);
        double Covered()
        {
            double[] errors = [.. Enumerable.Range(0, 100).Select(_ => Math.Pow(Gaussian.Draw(1, random), 3))];
            ConformalInterval interval = ConformalInterval.Fit(new double[50], errors[..50], .8);
            return ForecastScore.Coverage(interval.Around(new double[50]), errors[50..]);
        }

        Assert.InRange(Enumerable.Range(0, 1000).Average(_ => Covered()), .79, .82);
    }

    [Fact]
    public void Too_few_forecasts_for_the_coverage_are_refused_with_the_number_that_is_needed()
    {
        Assert.StartsWith(
            "8 forecasts are too few for a coverage of 0.9; expected at least 9.",
            Assert.Throws<ArgumentException>(() => ConformalInterval.Fit(new double[8], new double[8], .9)).Message);
        Assert.StartsWith(
            "coverage is 1",
            Assert.Throws<ArgumentOutOfRangeException>(() => ConformalInterval.Fit([1], [1], 1)).Message);
        Assert.Throws<ArgumentException>(() => ConformalInterval.Fit([double.NaN, 1, 2], [1, 2, 3], .5));
    }
}

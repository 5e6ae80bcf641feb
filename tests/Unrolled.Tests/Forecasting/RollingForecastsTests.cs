namespace Unrolled.Tests.Forecasting;

public sealed class RollingForecastsTests
{
    private static readonly double[] Series = [1, 2, 4, 8, 16, 32, 64];

    [Fact]
    public void A_method_reads_its_own_forecasts_where_the_values_are_not_known()
    {
        Assert.Equal([4, 4, 4], new Persistence().Forecast([1, 2, 4], 3));
        Assert.Equal([2, 4, 2], new SeasonalNaive(2).Forecast([1, 2, 4], 3));
        // x(t) = 2 x(t − 1) is learned, and goes on.
        Assert.All(
            AutoRegression.Fit(Series, 1).Forecast([1, 2, 4], 3).Zip([8.0, 16, 32]),
            pair => Assert.Equal(pair.Second, pair.First, 9));
    }

    [Fact]
    public void Every_origin_knows_one_value_more_and_all_steps_of_the_last_are_in_the_series()
    {
        double[][] forecasts = RollingForecasts.Of(new Persistence(), Series, from: 3, steps: 2);

        Assert.Equal([[4, 4], [8, 8], [16, 16]], forecasts);
        // Errors 4, 8, 16 after one step and 12, 24, 48 after two.
        Assert.Equal(
            [Math.Sqrt((16 + 64 + 256) / 3.0), Math.Sqrt((144 + 576 + 2304) / 3.0)],
            RollingForecasts.RootMeanSquare(forecasts, Series, from: 3));
    }

    [Fact]
    public void One_step_is_that_of_the_one_step_forecasts()
    {
        double[] sunspots = [.. Sunspots.Load().Select(year => year.Number)];
        AutoRegression fitted = AutoRegression.Fit(sunspots[..200], 9);

        Assert.Equal(
            OneStepForecasts.Of(fitted, sunspots, 200),
            RollingForecasts.Of(fitted, sunspots, 200, 1).Select(one => one[0]));
    }

    [Fact]
    public void No_forecast_sees_a_value_from_its_origin_on()
    {
        double[] changed = [.. Series];
        changed[5] = 1e6;

        Assert.Equal(
            RollingForecasts.Of(new SeasonalNaive(2), Series, 2, 2).Take(4),
            RollingForecasts.Of(new SeasonalNaive(2), changed, 2, 2).Take(4));
    }

    [Fact]
    public void What_does_not_fit_into_the_series_is_refused()
    {
        Assert.StartsWith(
            "from is 6; expected 2 to 5, for 2 steps in 7 values.",
            Assert.Throws<ArgumentOutOfRangeException>(
                () => RollingForecasts.Of(new SeasonalNaive(2), Series, 6, 2)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => RollingForecasts.Of(new SeasonalNaive(2), Series, 1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Persistence().Forecast(Series, 0));
        Assert.StartsWith(
            "past has 1 values; seasonal naive (2) needs 2.",
            Assert.Throws<ArgumentException>(() => new SeasonalNaive(2).Forecast([1], 1)).Message);
        Assert.StartsWith(
            "forecasts has 1 origins; expected 6",
            Assert.Throws<ArgumentException>(() => RollingForecasts.RootMeanSquare([[1, 2]], Series, 0)).Message);
        Assert.StartsWith(
            "forecasts[1] has 1 steps; expected 2",
            Assert.Throws<ArgumentException>(() => RollingForecasts.RootMeanSquare([[1, 2], [3]], Series, 4)).Message);
    }
}

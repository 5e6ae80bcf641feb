
namespace Unrolled.Tests.Forecasting;

public sealed class OneStepForecastsTests
{
    private static readonly double[] SunspotNumbers = [.. Sunspots.Load().Select(year => year.Number)];
    private static readonly double[] Passengers = [.. Airline.Load().Select(month => (double)month.Passengers)];
    private static readonly int First1921 = 1921 - Sunspots.FirstYear;

    [Fact]
    public void Persistence_misses_the_sunspots_from_1921_on_by_30_4()
    {
        Assert.Equal(30.4, Error(new Persistence(), SunspotNumbers, First1921), 1);
    }

    [Fact]
    public void An_autoregression_of_order_9_misses_them_by_17_4()
    {
        Assert.Equal(17.4, Error(AutoRegression.Fit(SunspotNumbers[..First1921], 9), SunspotNumbers, First1921), 1);
    }

    [Fact]
    public void The_mean_is_worse_than_persistence_on_the_sunspots()
    {
        Assert.True(Error(MeanForecast.Fit(SunspotNumbers[..First1921]), SunspotNumbers, First1921) > 45);
    }

    [Fact]
    public void Season_times_growth_misses_the_last_48_months_of_passengers_by_15_6()
    {
        Assert.Equal(15.6, Error(new SeasonalGrowth(12), Passengers, 96), 1);
        Assert.True(Error(new SeasonalNaive(12), Passengers, 96) > 30);
    }

    [Fact]
    public void No_forecast_sees_the_value_that_it_forecasts_or_a_later_one()
    {
        double[] changed = [.. SunspotNumbers];
        changed[300] = 1e6;

        Assert.All(
            new IForecaster[] { new Persistence(), AutoRegression.Fit(
                SunspotNumbers[..First1921], 9), new SeasonalNaive(11) },
            forecaster => Assert.Equal(
                OneStepForecasts.Of(forecaster, SunspotNumbers, First1921).Take(300 - First1921 + 1),
                OneStepForecasts.Of(forecaster, changed, First1921).Take(300 - First1921 + 1)));
    }

    [Fact]
    public void Too_little_past_is_refused()
    {
        Assert.StartsWith(
            "seasonal naive (12) can forecast from index 12 to 143 of this series, not from 11.",
            Assert.Throws<ArgumentOutOfRangeException>(
                () => OneStepForecasts.Of(new SeasonalNaive(12), Passengers, 11)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_past_that_is_too_short_is_refused_by_every_method()
    {
        IForecaster[] methods =
        [
            new Persistence(), new SeasonalNaive(12), new SeasonalGrowth(12), AutoRegression.Fit(SunspotNumbers, 9),
        ];

        Assert.All(methods, method => Assert.StartsWith(
            $"past has {method.Order - 1} values; {method.Name} needs at least {method.Order}.",
            Assert.Throws<ArgumentException>(() => method.Next(SunspotNumbers.AsSpan(0, method.Order - 1))).Message));
    }

    [Fact]
    public void Growth_from_nothing_is_refused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new SeasonalGrowth(2).Next([0, 3, 4]));

        Assert.StartsWith("The value 3 steps ago is 0; seasonal × growth (2) divides by it", error.Message);
    }

    private static double Error(IForecaster forecaster, double[] series, int from) =>
        ForecastError.RootMeanSquare(OneStepForecasts.Of(forecaster, series, from), series[from..]);
}

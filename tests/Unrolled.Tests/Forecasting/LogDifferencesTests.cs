namespace Unrolled.Tests.Forecasting;

public sealed class LogDifferencesTests
{
    private static readonly double[] Passengers = [.. Airline.Load().Select(month => (double)month.Passengers)];

    [Fact]
    public void Differences_are_those_worked_by_hand()
    {
        // Logarithms to the base 2: 0, 1, 3, 4, 8; at lag 1: 1, 2, 1, 4; of these at lag 2: 0, 2.
        double[] series = [1, 2, 8, 16, 256];

        Assert.Equal([1, 2, 1, 4], LogDifferences.Of(series, 1).Select(d => Math.Round(d / Math.Log(2), 9)));
        Assert.Equal([0, 2], LogDifferences.Of(series, 1, 2).Select(d => Math.Round(d / Math.Log(2), 9)));
    }

    [Fact]
    public void A_forecast_of_no_change_of_the_growth_is_seasonal_times_growth()
    {
        LogDifferences none = new(MeanForecast.Fit([0.0]), 1, 12);
        double[] plain = OneStepForecasts.Of(new SeasonalGrowth(12), Passengers, 96);

        Assert.All(
            plain.Zip(OneStepForecasts.Of(none, Passengers, 96)), pair => Assert.Equal(pair.First, pair.Second, 9));
        Assert.Equal(13, none.Order);
    }

    [Fact]
    public void The_true_difference_as_a_forecast_gives_the_true_value()
    {
        double[] differences = LogDifferences.Of(Passengers, 1, 12);
        LogDifferences seer = new(MeanForecast.Fit([differences[^1]]), 1, 12);

        Assert.Equal(Passengers[^1], seer.Next(Passengers.AsSpan(0, 143)), 9);
    }

    [Fact]
    public void The_method_reads_the_differences_of_the_past_that_it_is_given()
    {
        LogDifferences persistence = new(new Persistence(), 1);

        Assert.Equal(8, persistence.Next([1, 2, 4]), 12);
        Assert.Equal(2, persistence.Order);
        Assert.Equal("persistence of differences (1)", persistence.Name);
    }

    [Fact]
    public void Lags_and_values_that_cannot_be_are_refused()
    {
        Assert.StartsWith(
            "lags is empty", Assert.Throws<ArgumentException>(() => LogDifferences.Of([1, 2])).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new LogDifferences(new Persistence(), 0));
        Assert.StartsWith(
            "series has 13 values; differences at 1 and 12 need at least 14.",
            Assert.Throws<ArgumentException>(() => LogDifferences.Of(Passengers[..13], 1, 12)).Message);
        Assert.StartsWith(
            "series[1] is -2; expected a positive finite number.",
            Assert.Throws<ArgumentException>(() => LogDifferences.Of([1, -2, 3], 1)).Message);
        Assert.Throws<ArgumentException>(() => new LogDifferences(new Persistence(), 1).Next([1]));
    }
}

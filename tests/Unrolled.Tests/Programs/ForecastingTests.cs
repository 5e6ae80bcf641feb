namespace Unrolled.Tests.Programs;

public sealed class ForecastingTests
{
    private const int Window = 11;
    private static readonly double[] Series = [.. Sunspots.Load().Select(year => year.Number)];
    private static readonly int Validation = 1860 - Sunspots.FirstYear;
    private static readonly int Test = 1921 - Sunspots.FirstYear;

    [Fact]
    public void Sunspots_are_forecast_several_years_ahead_and_the_intervals_cover_what_they_promise()
    {
        // program
        double[] series = [.. Sunspots.Load().Select(year => year.Number)];
        (int validation, int test) = (1860 - Sunspots.FirstYear, 1921 - Sunspots.FirstYear);
        Standardizer standardizer = Standardizer.FitMeanAndDeviation(series[..validation]);
        IReadOnlyList<SlidingWindow> train =
            SlidingWindow.Over(standardizer.Transform(series[..validation]), length: 11);
        Xoshiro256 random = new(1);
        SequenceModel model = new(new Gru(1, 16, random), 1, OutputAt.LastStep, random);
        model.Fit(train, new Adam(.003), steps: 400, batch: 32, clipNorm: 1, random);
        NetworkForecast network = new("GRU", model, window: 11, standardizer);

        IForecaster[] all =
            [network, new Persistence(), new SeasonalNaive(11), AutoRegression.Fit(series[..validation], order: 9)];
        Dictionary<string, double[]> errors = all.ToDictionary(one => one.Name, one => RollingForecasts.RootMeanSquare(
            RollingForecasts.Of(one, series, test, steps: 5), series, test));

        double[] forecasts = OneStepForecasts.Of(network, series, test);
        ConformalInterval conformal = ConformalInterval.Fit(
            OneStepForecasts.Of(network, series[..test], validation), series[validation..test], coverage: .9);
        double covered = ForecastScore.Coverage(conformal.Around(forecasts), series[test..]);

        double[] levels = [.05, .5, .95];
        SequenceModel ofQuantiles = new(new Gru(1, 16, random), levels.Length, OutputAt.LastStep, random);
        ofQuantiles.Fit(train, new Adam(.003), steps: 400, batch: 32, clipNorm: 1, random, levels);
        ForecastInterval[] between =
            new QuantileForecast(ofQuantiles, levels, window: 11, standardizer).Intervals(series, test);
        double coveredByQuantiles = ForecastScore.Coverage(between, series[test..]);
        // end

        Assert.Equal(31.1, errors["persistence"][0], 1);
        Assert.Equal(35.0, errors["seasonal naive (11)"][0], 1);
        Assert.Equal(18.6, errors["AR(9)"][0], 1);
        Assert.InRange(errors["GRU"][0], 15, 21);
        // Five years ahead the last cycle is as good as a network that reads its own forecasts.
        Assert.InRange(errors["GRU"][4], 28, 38);
        Assert.Equal(35.0, errors["seasonal naive (11)"][4], 1);
        Assert.InRange(covered, .8, 1);
        // Quantiles promise nothing on years that they did not learn from: these are too narrow.
        Assert.InRange(coveredByQuantiles, .6, .85);
    }

    [Fact]
    public void The_spread_of_seeds_is_no_forecast_interval_and_a_conformal_one_is()
    {
        Standardizer standardizer = Standardizer.FitMeanAndDeviation(Series[..Validation]);
        IReadOnlyList<SlidingWindow> train = SlidingWindow.Over(standardizer.Transform(Series[..Validation]), Window);
        double[][] bySeed = Seeds.Run([1, 2, 3, 4, 5], seed =>
        {
            Xoshiro256 random = new(seed);
            SequenceModel model = new(new Gru(1, 16, random), 1, OutputAt.LastStep, random);
            model.Fit(train, new Adam(.003), steps: 300, batch: 32, clipNorm: 1, random);
            return OneStepForecasts.Of(new NetworkForecast("GRU", model, Window, standardizer), Series, Validation);
        });
        Summary[] years =
            [.. Enumerable.Range(0, bySeed[0].Length).Select(t => Summary.Of(bySeed.Select(one => one[t])))];
        double[] means = [.. years.Select(year => year.Mean)];
        int first = Test - Validation;

        ForecastInterval[] spread = [.. years[first..].Select(year =>
            new ForecastInterval(year.Mean - 1.645 * year.Deviation, year.Mean + 1.645 * year.Deviation))];
        ForecastInterval[] conformal = ConformalInterval.Fit(means[..first], Series[Validation..Test], coverage: .9)
            .Around(means[first..]);

        Assert.InRange(ForecastScore.Coverage(spread, Series[Test..]), 0, .6);
        Assert.InRange(ForecastScore.Coverage(conformal, Series[Test..]), .8, 1);
        Assert.True(
            ForecastScore.IntervalScore(conformal, Series[Test..], .9)
            < ForecastScore.IntervalScore(spread, Series[Test..], .9));

        // As distributions too: the seeds alone, and their mean with the errors of the years before.
        double[] errors = [.. means[..first].Zip(Series[Validation..Test], (mean, value) => value - mean)];
        int[] tested = [.. Enumerable.Range(first, means.Length - first)];
        double ofSeeds = tested.Average(
            t => ForecastScore.Crps([.. bySeed.Select(one => one[t])], Series[Validation + t]));
        double withErrors = tested.Average(
            t => ForecastScore.Crps([.. errors.Select(error => means[t] + error)], Series[Validation + t]));
        Assert.InRange(withErrors, 0, .95 * ofSeeds);
    }
}

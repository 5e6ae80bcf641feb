using Unrolled.Tests.Layers;

namespace Unrolled.Tests.Forecasting;

public sealed class NetworkForecastTests
{
    private static readonly double[] Series = [.. Enumerable.Range(0, 40).Select(t => 50 + 30 * Math.Sin(t))];
    private static readonly Standardizer Standard = Standardizer.FitMeanAndDeviation(Series);

    [Theory]
    [InlineData(OutputAt.LastStep)]
    [InlineData(OutputAt.EveryStep)]
    public void A_network_forecasts_from_the_last_values_in_the_series_own_unit(OutputAt outputAt)
    {
        SequenceModel model = Model(1, outputAt);
        NetworkForecast forecaster = new("GRU", model, window: 5, Standard);

        double found = forecaster.Next(Series);

        Tensor x = new([.. Standard.Transform(Series[^5..]).Select(value => (float)value)], 5, 1, 1);
        Assert.Equal(Standard.Inverse(model.Forward(x).Output.Values[^1]), found);
        Assert.Equal(5, forecaster.Order);
    }

    [Fact]
    public void Windows_are_batches_whose_one_target_is_the_value_that_follows()
    {
        IReadOnlyList<SlidingWindow> windows = SlidingWindow.Over([1, 2, 3, 4, 5], length: 2);

        SequenceBatch last = Model(1).Batch(windows), every = Model(1, OutputAt.EveryStep).Batch(windows);

        Assert.Equal([2, 3, 1], last.Inputs!.Shape);
        Assert.Equal([1, 2, 3, 2, 3, 4], last.Inputs.Values);
        Assert.Equal([3, 4, 5], ((ValueTargets)last.Targets).Values.Values);
        Assert.Equal([0, 0, 0, 1, 1, 1], every.Targets.Mask!.Values);
    }

    [Fact]
    public void The_quantiles_of_noise_are_learned_by_the_pinball_loss()
    {
        // Noise from 0 to 1 has no past to learn from: its quantiles are their levels.
        Xoshiro256 random = new(1);
        double[] noise = [.. Enumerable.Range(0, 4000).Select(_ => random.NextDouble())];
        double[] levels = [.1, .5, .9];
        SequenceModel model = new(new Rnn(1, 4, random), levels.Length, OutputAt.LastStep, random);

        model.Fit(
            SlidingWindow.Over(noise, 2), new Adam(.01), steps: 800, batch: 64, clipNorm: 1, random, quantiles: levels);

        QuantileForecast forecaster = new(model, levels, window: 2);
        double[][] found = forecaster.Of(noise, 3000);
        for (int k = 0; k < levels.Length; k++)
            Assert.Equal(levels[k], found.Average(quantiles => quantiles[k]), .05);
        Assert.InRange(ForecastScore.Coverage(forecaster.Intervals(noise, 3000), noise[3000..]), .75, .85);
    }

    [Fact]
    public void Quantiles_that_cross_are_put_in_order()
    {
        SequenceModel model = Model(2);
        foreach (Parameter parameter in model.Parameters)
            parameter.Value.Clear();
        (model.Head.Parameters["bias"].Value[0], model.Head.Parameters["bias"].Value[1]) = (3, -1);

        Assert.Equal([-1, 3], new QuantileForecast(model, [.1, .9], window: 5).Next(Series));
    }

    [Fact]
    public void A_model_or_a_past_that_does_not_fit_is_refused()
    {
        Assert.StartsWith(
            "model has 2 outputs; expected 1.",
            Assert.Throws<ArgumentException>(() => new NetworkForecast("x", Model(2), 5)).Message);
        Assert.StartsWith(
            "model reads 3 features; expected 1 feature, the values of a series.",
            Assert.Throws<ArgumentException>(() => new NetworkForecast(
                "x", new SequenceModel(Rnn.Zeros(3, 2), Dense.Zeros(2, 1), OutputAt.LastStep), 5)).Message);
        Assert.StartsWith(
            "past has 4 values; expected at least 5",
            Assert.Throws<ArgumentException>(
                () => new NetworkForecast("x", Model(1), 5).Next(Series.AsSpan(0, 4))).Message);
        Assert.StartsWith(
            "levels[1] is 0.1; expected more than 0.5 and less than 1.",
            Assert.Throws<ArgumentOutOfRangeException>(() => new QuantileForecast(Model(2), [.5, .1], 5)).Message);
        Assert.StartsWith(
            "from is 40; expected 5 to 39.",
            Assert.Throws<ArgumentOutOfRangeException>(
                () => new QuantileForecast(Model(1), [.5], 5).Of(Series, 40)).Message);
        Assert.StartsWith(
            "There is no window",
            Assert.Throws<ArgumentException>(() => Model(1).Fit(
                new List<SlidingWindow>(), new Sgd(.1), 1, 1, null, new Xoshiro256(1))).Message);
    }

    [Fact]
    public void A_fitted_network_is_the_one_of_the_steps_written_out()
    {
        NetworkForecast fitted = NetworkForecast.Fit(
            "GRU", random => new Gru(1, 3, random), Series[..30], window: 5, steps: 7, seed: 4);

        Standardizer standardizer = Standardizer.FitMeanAndDeviation(Series[..30]);
        Xoshiro256 random = new(4);
        SequenceModel model = new(new Gru(1, 3, random), 1, OutputAt.LastStep, random);
        model.Fit(
            SlidingWindow.Over(standardizer.Transform(Series[..30]), 5), new Adam(.003), steps: 7, batch: 32,
            clipNorm: 1, random);
        NetworkForecast written = new("GRU", model, 5, standardizer);
        Assert.Equal(OneStepForecasts.Of(written, Series, 30), OneStepForecasts.Of(fitted, Series, 30));
        Assert.Equal(
            ForecastError.RootMeanSquare(OneStepForecasts.Of(written, Series, 30), Series[30..]),
            OneStepForecasts.RootMeanSquare(fitted, Series, 30));
    }

    [Fact]
    public void A_saved_network_forecasts_the_same_with_its_window_and_standardizer()
    {
        string path = Path.Combine(Path.GetTempPath(), $"forecast-{Guid.NewGuid():N}.safetensors");
        try
        {
            NetworkForecast fitted = NetworkForecast.Fit(
                "GRU", random => new Gru(1, 3, random), Series[..30], window: 5, steps: 7, seed: 4);
            fitted.Save(path);

            NetworkForecast loaded = NetworkForecast.Load("again", Model(1), path);

            Assert.Equal(("again", 5), (loaded.Name, loaded.Order));
            Assert.Equal(OneStepForecasts.Of(fitted, Series, 30), OneStepForecasts.Of(loaded, Series, 30));
            Assert.Throws<SafetensorsException>(() => NetworkForecast.Load(
                "larger", new SequenceModel(Gru.Zeros(1, 4), Dense.Zeros(4, 1), OutputAt.LastStep), path));

            Model(1).Parameters.Save(path);
            Assert.Contains(
                "window",
                Assert.Throws<SafetensorsException>(() => NetworkForecast.Load("bare", Model(1), path)).Message);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static SequenceModel Model(int outputs, OutputAt outputAt = OutputAt.LastStep)
    {
        SequenceModel model = new(Gru.Zeros(1, 3), Dense.Zeros(3, outputs), outputAt);
        new LayerDraw(1).Fill(model.Parameters);
        return model;
    }
}

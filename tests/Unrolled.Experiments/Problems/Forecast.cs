
namespace Unrolled.Experiments.Problems;

/// <summary>
/// A series whose every next value is forecast from the true values before it, scored by the root mean squared error of
/// the test part in the series' own unit. The network's inputs are standardised by the training part alone.
/// </summary>
internal sealed class Forecast : SequenceProblem
{
    private readonly double[] series;
    private readonly int testFrom;
    private readonly Func<double, double, double> back;
    private readonly Standardizer standardizer;
    private readonly IReadOnlyList<SlidingWindow> train;
    private readonly IReadOnlyList<SlidingWindow> test;

    /// <summary>A series, or numbers computed from each value and the one before it.</summary>
    /// <param name="series">The series, oldest first.</param>
    /// <param name="testFrom">The index of the first value that is scored and not learned from.</param>
    /// <param name="window">The number of steps that are read.</param>
    /// <param name="make">The network's input, from a value and the one before it.</param>
    /// <param name="back">The value, from the network's output and the value before it.</param>
    /// <param name="forecasters">The baselines, fitted on the training part.</param>
    internal Forecast(
        IReadOnlyList<double> series,
        int testFrom,
        int window,
        Func<double, double, double> make,
        Func<double, double, double> back,
        params IReadOnlyList<IForecaster> forecasters)
    {
        (this.series, this.testFrom, this.back) = ([.. series], testFrom, back);
        // Made of two values each, these begin one step later than the series.
        double[] made = [.. this.series.Skip(1).Select((value, t) => make(value, this.series[t]))];
        standardizer = Standardizer.FitMeanAndDeviation(made.Take(testFrom - 1));
        double[] read = standardizer.Transform(made);
        train = SlidingWindow.Over([.. read.Take(testFrom - 1)], window);
        test = SlidingWindow.Over(read, window, firstTarget: testFrom - 1);
        Baselines =
            [.. forecasters.Select(
                one => new Trivial(one.Name, RootMeanSquare(OneStepForecasts.Of(one, this.series, testFrom))))];
    }

    internal override int InputSize => 1;

    internal override int OutputSize => 1;

    internal override OutputAt OutputAt => OutputAt.LastStep;

    public override Score Score { get; } = new("root mean squared error", MoreIsBetter: false);

    public override IReadOnlyList<Trivial> Baselines { get; }

    internal override SequenceBatch NextBatch(Random random) =>
        Batch([.. Enumerable.Range(0, Protocol.BatchSize).Select(_ => train[random.Next(train.Count)])]);

    internal override double Measure(Func<SequenceBatch, Tensor> output, Random random)
    {
        float[] said = output(Batch(test)).Values;
        return RootMeanSquare(
            [.. said.Select((value, i) => back(standardizer.Inverse(value), series[testFrom + i - 1]))]);
    }

    private double RootMeanSquare(IReadOnlyList<double> forecasts) =>
        ForecastError.RootMeanSquare(forecasts, series[testFrom..]);

    private static SequenceBatch Batch(IReadOnlyList<SlidingWindow> windows) => SequenceBatch.Of(
        [.. windows.Select(window => ValueExample.AtLastStep(
            [.. window.Inputs.Select(value => new[] { value })], window.Target))], OutputAt.LastStep);
}

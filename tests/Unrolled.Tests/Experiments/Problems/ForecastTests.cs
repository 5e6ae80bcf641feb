using Unrolled.Experiments.Problems;

namespace Unrolled.Tests.Experiments.Problems;

public sealed class ForecastTests
{
    // Differences 1, 3, 1, 3 …: their mean is 2, and a network of zeros gives the mean.
    private static readonly double[] Series = [.. Enumerable.Range(0, 41).Select(t => 2.0 * t - t % 2)];
    private static readonly Forecast Problem = new(
        Series,
        testFrom: 31,
        window: 4,
        (now, before) => now - before,
        (said, before) => before + said,
        new Persistence());

    [Fact]
    public void A_forecast_of_differences_starts_from_the_true_value_before_it()
    {
        SequenceModel zeros = new(Rnn.Zeros(1, 2), Dense.Zeros(2, 1), OutputAt.LastStep);
        Assert.Equal(1, Problem.Measure(batch => zeros.Forward(batch).Output, new Xoshiro256(1)), 5);
    }

    [Fact]
    public void Baselines_are_scored_on_the_test_part()
    {
        Assert.Equal(Math.Sqrt(5), Assert.Single(Problem.Baselines).Value, 12);
    }

    [Fact]
    public void What_is_read_is_standardised_by_the_training_part()
    {
        double[] broken = [.. Series.Select((value, t) => t < 31 ? value : 1e6)];
        Forecast other = new(
            broken, testFrom: 31, window: 4, (now, before) => now - before, (said, before) => before + said);
        Assert.Equal(
            Problem.NextBatch(new Xoshiro256(1)).Inputs!.Values, other.NextBatch(new Xoshiro256(1)).Inputs!.Values);
    }
}

using FsCheck.Fluent;
using MathNet.Numerics.Statistics;

namespace Unrolled.Tests.Datasets;

public sealed class StandardizerTests
{
    [Fact]
    public void The_fitted_part_gets_mean_0_and_deviation_1()
    {
        double[] numbers = [.. Sunspots.Load().Select(year => year.Number)];

        double[] standardized = Standardizer.FitMeanAndDeviation(numbers).Transform(numbers);

        Assert.Equal(0, standardized.Mean(), 12);
        Assert.Equal(1, standardized.PopulationStandardDeviation(), 12);
    }

    [Fact]
    public void The_fitted_part_gets_the_range_0_to_1_and_a_later_record_exceeds_it()
    {
        Standardizer standardizer = Standardizer.FitRange([20, 60, 40]);

        Assert.Equal([0, 1, 0.5], standardizer.Transform([20, 60, 40]));
        Assert.Equal(2, standardizer.Transform(100));
    }

    [Fact]
    public void The_test_part_does_not_change_what_was_fitted()
    {
        TimeSplit<SunspotYear> split = TimeSplit.ByTime(Sunspots.Load(), year => year.Year, 1921);
        Standardizer standardizer = Standardizer.FitMeanAndDeviation(split.Train.Select(year => year.Number));

        Assert.Equal(split.Train.Average(year => year.Number), standardizer.Shift, 12);
        Assert.NotEqual(Sunspots.Load().Average(year => year.Number), standardizer.Shift, 1);
    }

    [Fact]
    public void The_way_back_gives_the_value_again()
    {
        Prop.ForAll(
            ArbMap.Default.ArbFor<int>(),
            ArbMap.Default.ArbFor<int>(),
            ArbMap.Default.ArbFor<int>(),
            (first, gap, value) =>
            {
                Standardizer standardizer = Standardizer.FitMeanAndDeviation(
                    [first, first + 1.0 + Math.Abs((double)gap)]);
                return Math.Abs(
                    standardizer.Inverse(standardizer.Transform(value)) - value) < 1e-9 * (1 + Math.Abs((double)value)
                        + Math.Abs((double)first));
            }).CheckSeeded();
    }

    [Theory]
    [InlineData(new double[0], "empty")]
    [InlineData(new[] { 3.0, 3.0 }, "there is no scale to fit")]
    [InlineData(new[] { 3.0, double.NaN }, "The value at index 1")]
    [InlineData(new[] { .1, .1, .1, .1, .1, .1, .1, .1, .1, .1 }, "All 10 values of the training part are 0.1")]
    [InlineData(new[] { .1 + .2, .3 }, "differ from it by rounding alone")]
    [InlineData(new[] { 1.1e8, 1.1e8 + 1e-6 }, "there is no scale to fit")]
    [InlineData(new[] { 1.7e308, -1.7e308 }, "run from -1.7E+308 to 1.7E+308: a double cannot hold their scale")]
    public void A_part_that_cannot_be_fitted_is_refused(double[] train, string problem)
    {
        Assert.Contains(
            problem, Assert.Throws<ArgumentException>(() => Standardizer.FitMeanAndDeviation(train)).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            problem, Assert.Throws<ArgumentException>(() => Standardizer.FitRange(train)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Values_whose_squares_are_infinite_are_refused_for_their_deviation() =>
        Assert.Contains(
            "a double cannot hold their scale",
            Assert.Throws<ArgumentException>(() => Standardizer.FitMeanAndDeviation([1e200, -1e200])).Message);

    [Fact]
    public void A_small_variation_of_large_values_is_fitted()
    {
        Standardizer standardizer = Standardizer.FitMeanAndDeviation([1e6, 1e6 + 1e-3]);

        Assert.Equal(1, Math.Abs(standardizer.Transform(1e6)), 6);
    }
}

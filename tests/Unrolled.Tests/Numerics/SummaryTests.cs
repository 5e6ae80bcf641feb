namespace Unrolled.Tests.Numerics;

public sealed class SummaryTests
{
    [Fact]
    public void The_deviation_divides_by_one_less_than_the_number_of_measurements()
    {
        Summary summary = Summary.Of([4, 1, 7]);

        Assert.Equal(new Summary(3, Mean: 4, Deviation: 3, Median: 4, Min: 1, Max: 7), summary);
    }

    [Fact]
    public void The_median_of_an_even_number_is_the_mean_of_the_two_in_the_middle()
    {
        Assert.Equal(2.5, Summary.Of([10, 1, 2, 3]).Median);
        Assert.Equal(double.PositiveInfinity, Summary.Of([1, double.PositiveInfinity, double.PositiveInfinity]).Median);
    }

    [Fact]
    public void One_measurement_has_no_deviation_and_none_is_refused()
    {
        Assert.Equal(double.NaN, Summary.Of([2]).Deviation);
        Assert.StartsWith("There is no measurement", Assert.Throws<ArgumentException>(() => Summary.Of([])).Message);
    }
}

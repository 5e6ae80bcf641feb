
namespace Unrolled.Tests.Datasets;

public sealed class TimeSplitTests
{
    [Fact]
    public void Parts_by_year_follow_each_other_and_lose_nothing()
    {
        TimeSplit<SunspotYear> split = TimeSplit.ByTime(Sunspots.Load(), year => year.Year, 1900, 1921);

        Assert.Equal((1700, 1899), (split.Train[0].Year, split.Train[^1].Year));
        Assert.Equal((1900, 1920), (split.Validation[0].Year, split.Validation[^1].Year));
        Assert.Equal((1921, 2008), (split.Test[0].Year, split.Test[^1].Year));
        Assert.Equal(Sunspots.Load(), [.. split.Train, .. split.Validation, .. split.Test]);
    }

    [Fact]
    public void Without_a_validation_year_there_is_no_validation_part()
    {
        TimeSplit<SunspotYear> split = TimeSplit.ByTime(Sunspots.Load(), year => year.Year, 1921);

        Assert.Equal((221, 0, 88), (split.Train.Count, split.Validation.Count, split.Test.Count));
    }

    [Fact]
    public void Parts_by_count_follow_each_other()
    {
        TimeSplit<int> split = TimeSplit.ByCount([.. Enumerable.Range(0, 10)], train: 6, validation: 1);

        Assert.Equal([0, 1, 2, 3, 4, 5], split.Train);
        Assert.Equal([6], split.Validation);
        Assert.Equal([7, 8, 9], split.Test);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(10, 0)]
    [InlineData(9, 1)]
    [InlineData(5, -1)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public void A_part_that_gets_nothing_is_refused(int train, int validation)
    {
        Assert.Throws<ArgumentOutOfRangeException>(
            () => TimeSplit.ByCount([.. Enumerable.Range(0, 10)], train, validation));
    }

    [Theory]
    [InlineData(1, 3, 2)]
    [InlineData(1, 2, 2)]
    public void A_series_out_of_order_of_time_is_refused_since_its_parts_would_leak(int first, int second, int third)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => TimeSplit.ByTime([first, second, third], time => time, 2));

        Assert.StartsWith(
            $"The series is not in order of time: step 2 is {third}, after {second}.", error.Message,
            StringComparison.Ordinal);
    }
}

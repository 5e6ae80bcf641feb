namespace Unrolled.Tests.Datasets;

public sealed class SeriesFileTests : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), $"series-{Guid.NewGuid():N}.csv");

    public void Dispose() => File.Delete(path);

    [Fact]
    public void Two_columns_are_read_and_the_others_are_ignored()
    {
        Write("place,day,degrees\nhere,2020-01-01,-1.5\n\"there, too\",2020-01-02,2e1\n");

        Assert.Equal(
            [new SeriesStep(new(2020, 1, 1), -1.5), new SeriesStep(new(2020, 1, 2), 20)],
            SeriesFile.Read(path, "day", "degrees"));
    }

    [Fact]
    public void The_projects_own_files_are_read_as_their_own_readers_read_them()
    {
        IReadOnlyList<SeriesStep> weather = SeriesFile.Read(
            DataFolder.Locate("weather/seattle-weather.csv"), "date", "temp_max");
        IReadOnlyList<SeriesStep> airline = SeriesFile.Read(
            DataFolder.Locate("airline/airline-passengers.csv"), "Month", "Passengers", "yyyy-MM");
        IReadOnlyList<SeriesStep> sunspots = SeriesFile.Read(
            DataFolder.Locate("sunspots/sunspots_yearly_1700_2008.csv"), "YEAR", "SUNACTIVITY", "yyyy");

        Assert.Equal(Weather.Load().Select(day => day.MaximumTemperature), weather.Select(step => step.Value));
        Assert.Equal(Weather.Load().Select(day => day.Date), weather.Select(step => step.Time));
        Assert.Equal(Airline.Load().Select(month => (double)month.Passengers), airline.Select(step => step.Value));
        Assert.Equal(Sunspots.Load().Select(year => year.Number), sunspots.Select(step => step.Value));
        Assert.Empty(SeriesFile.Gaps(weather, 1));
        Assert.Empty(SeriesFile.Gaps(airline, 31));
        Assert.Empty(SeriesFile.Gaps(sunspots, 366));
    }

    [Fact]
    public void Gaps_are_found()
    {
        Write("day,x\n2020-02-28,1\n2020-02-29,2\n2020-03-02,3\n2020-03-03,4\n");

        Assert.Equal([2], SeriesFile.Gaps(SeriesFile.Read(path, "day", "x"), 1));
        Assert.Empty(SeriesFile.Gaps([], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SeriesFile.Gaps([], 0));
    }

    [Theory]
    [InlineData("", "(1,1): expected a header")]
    [InlineData("day,y\n", "(1,1): expected a column x, found day, y")]
    [InlineData("day,x,x\n", "(1,5): two columns have the name \"x\"")]
    [InlineData("day,x\n", "(2,1): expected a line for each step")]
    [InlineData("day,x\n2020-01-01,1,5\n", "expected 2 values, found 3")]
    [InlineData("day,x\n2020-01-01\n", "expected 2 values, found 1")]
    [InlineData("day,x\n2020-01-01,NaN\n", "(2,12): expected a number in column x, found \"NaN\"")]
    [InlineData("day,x\n01.02.2020,1\n", "(2,1): expected a date yyyy-MM-dd in column day, found \"01.02.2020\"")]
    [InlineData("day,x\n2020-01-02,1\n2020-01-02,2\n", "(3,1): expected a time after 2020-01-02 in column day")]
    public void A_fault_is_told_with_its_place(string text, string problem)
    {
        Write(text);

        string message = Assert.Throws<DataFileException>(() => SeriesFile.Read(path, "day", "x")).Message;

        Assert.Contains(problem, message);
    }

    [Fact]
    public void A_missing_file_is_told_by_its_name() =>
        Assert.Contains(
            "could not be read",
            Assert.Throws<DataFileException>(() => SeriesFile.Read(path, "day", "x")).Message);

    private void Write(string text) => File.WriteAllText(path, text);
}

namespace Unrolled.Tests.Forecasting;

public sealed class ForecastPathsTests
{
    [Fact]
    public void Without_errors_the_paths_are_the_methods_own_forecasts_in_turn()
    {
        IForecaster[] members = [new Persistence(), new SeasonalNaive(2)];

        double[][] paths = ForecastPaths.Draw(members, [], [5, 7], steps: 3, count: 4, new Xoshiro256(1));

        Assert.Equal([7, 7, 7], paths[0]);
        Assert.Equal([5, 7, 5], paths[1]);
        Assert.Equal(paths[0], paths[2]);
        Assert.Equal(paths[1], paths[3]);
    }

    [Fact]
    public void A_path_reads_its_own_values_so_that_errors_add_up()
    {
        double[][] paths = ForecastPaths.Draw([new Persistence()], [2], [10], steps: 4, count: 1, new Xoshiro256(1));

        Assert.Equal([12, 14, 16, 18], paths[0]);
    }

    [Fact]
    public void Of_a_random_walk_the_intervals_grow_with_the_root_of_the_steps_and_cover_what_they_promise()
    {
        Xoshiro256 random = new(1);
        double[] errors = [.. Enumerable.Range(0, 2000).Select(_ => Gaussian.Draw(1, random))];

        ForecastInterval[] intervals = ForecastPaths.Intervals(
            ForecastPaths.Draw([new Persistence()], errors, [0], steps: 9, count: 4000, random), .9);

        Assert.InRange(intervals[0].Width, 3.1, 3.5);
        Assert.InRange(intervals[8].Width / intervals[0].Width, 2.8, 3.2);
        double[] walks = [.. Enumerable.Range(0, 2000).Select(_ =>
            Enumerable.Range(0, 9).Sum(_ => Gaussian.Draw(1, random)))];
        Assert.InRange(walks.Average(end => intervals[8].Contains(end) ? 1.0 : 0), .87, .93);
    }

    [Fact]
    public void Paths_that_cannot_be_drawn_are_refused()
    {
        Xoshiro256 random = new(1);
        Assert.StartsWith("members is empty", Error(() => ForecastPaths.Draw([], [], [1], 1, 1, random)));
        Assert.StartsWith(
            "past has 1 values; seasonal naive (2) needs 2.",
            Error(() => ForecastPaths.Draw([new SeasonalNaive(2)], [], [1], 1, 1, random)));
        Assert.StartsWith(
            "errors[0] is NaN", Error(() => ForecastPaths.Draw([new Persistence()], [double.NaN], [1], 1, 1, random)));
        Assert.StartsWith("paths[1] has 1 steps", Error(() => ForecastPaths.Intervals([[1, 2], [1]], .9)));
        Assert.StartsWith("paths is empty", Error(() => ForecastPaths.Intervals([], .9)));
        Assert.Throws<ArgumentOutOfRangeException>(() => ForecastPaths.Intervals([[1]], 1));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => ForecastPaths.Draw([new Persistence()], [], [1], 0, 1, random));
    }

    private static string Error(Action draw) => Assert.Throws<ArgumentException>(draw).Message;
}

namespace Unrolled.Charts.Tests.Diagrams;

public class TrajectoryDiagramTests
{
    // By hand: around the mean (3, 1) the variances are 11/4 along (1, 1) and 1/4 along (1, −1).
    private static readonly Vector[] States = [Of(1, -1), Of(3, 2), Of(4, 1), Of(4, 2)];

    [Fact]
    public void A_path_goes_through_the_coordinates_of_its_states()
    {
        LineSeries path = TrajectoryDiagram.Of([("run", States)]).Model.Series.OfType<LineSeries>().Single();

        AssertEqual([-4, 1, 1, 2], path.X.Select(x => x * Math.Sqrt(2)));
        AssertEqual([0, -1, 1, 0], path.Y.Select(y => y * Math.Sqrt(2)));
    }

    [Fact]
    public void The_axes_say_the_shares_of_the_variance()
    {
        FigureModel figure = TrajectoryDiagram.Of([("run", States)]).Model;

        Assert.Equal("first principal component, 92 % of the variance", figure.X.Label);
        Assert.Equal("second, 8 %", figure.Y.Label);
    }

    [Fact]
    public void Start_and_end_of_every_run_have_shapes_of_their_own()
    {
        FigureModel figure = TrajectoryDiagram.Of([("one", States), ("other", [.. States.Reverse()])]).Model;
        LineSeries[] paths = [.. figure.Series.OfType<LineSeries>()];
        PointSeries[] ends = [.. figure.Series.OfType<PointSeries>()];

        Assert.Equal(["one", "other"], paths.Select(path => path.Name));
        Assert.Equal(["start", "end"], ends.Select(points => points.Name));
        Assert.Equal(2, ends.Select(points => points.Marker).Distinct().Count());
        Assert.Equal(paths.Select(path => path.X[0]), ends[0].X);
        Assert.Equal(paths.Select(path => path.X[^1]), ends[1].X);
    }

    [Fact]
    public void Few_steps_are_numbered_from_1_and_none_over_another()
    {
        Vector[] circle = [.. Enumerable.Range(0, 40).Select(t => Of(Math.Cos(t * .15), Math.Sin(t * .15)))];
        Assert.Equal(["10", "20", "30"], Numbers(TrajectoryDiagram.Of([("circle", circle)])));
        Assert.Equal(
            ["15", "30"], Numbers(TrajectoryDiagram.Of([("circle", circle)], every: 15)));

        // Steps 2 to 4 are all at one place, which is that of the end.
        Vector[] still = [Of(0, 0), Of(1, 2), Of(1, 2), Of(1, 2), Of(0, 1), Of(1, 2)];
        Assert.Equal(["5"], Numbers(TrajectoryDiagram.Of([("still", still)], every: 1)));
    }

    [Fact]
    public void Components_of_other_states_are_taken_where_they_are_given()
    {
        LineSeries path = TrajectoryDiagram.Of([("run", [Of(5, 4)])], PrincipalComponents.Of(States))
            .Model.Series.OfType<LineSeries>().Single();

        // (5, 4) − (3, 1) = (2, 3).
        AssertEqual([5], path.X.Select(x => x * Math.Sqrt(2)));
        AssertEqual([-1], path.Y.Select(y => y * Math.Sqrt(2)));
    }

    [Fact]
    public void Wrong_runs_are_refused()
    {
        Refused("There are no runs", () => TrajectoryDiagram.Of([]));
        Refused("Run \"a\" has no states", () => TrajectoryDiagram.Of([("a", [])]));
        Refused("a plane needs at least two", () => TrajectoryDiagram.Of([("a", [Of(1), Of(2)])]));
        Refused("All states are equal", () => TrajectoryDiagram.Of([("a", [Of(1, 2), Of(1, 2)])]));
        Refused("every is 0", () => TrajectoryDiagram.Of([("a", States)], every: 0));
    }

    private static string[] Numbers(Figure figure) => [.. figure.Model.Annotations.Select(note => note.Text)];

    private static Vector Of(params double[] elements) => Vector.Build.Dense(elements);

    private static void AssertEqual(double[] expected, IEnumerable<double> actual) =>
        Assert.Equal(expected, actual.Select(value => Math.Round(value, 10) + 0.0));

    private static void Refused(string message, Func<object> make) =>
        Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(make).Message);
}

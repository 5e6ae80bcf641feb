namespace Unrolled.Charts.Tests.Figures;

public class FigureTests
{
    public static TheoryData<string, Action> Wrong => new()
    {
        {
            "Figure \"Loss\", line series \"a\": x has 3 values and y has 2; they must be as many.",
            () => New().Line([1, 2, 3], [1.0, 2], "a")
        },
        { "Figure \"Loss\", line series \"a\": y has no values.", () => New().Line(Array.Empty<double>(), "a") },
        {
            "Figure \"Loss\", an unnamed line series: y[1] = ∞ has no place on an axis, which ends at 10³⁰⁰. "
            + "Use NaN for a gap.",
            () => New().Line([1, double.PositiveInfinity])
        },
        {
            "Figure \"Loss\", line series \"a\": y[2] = 0 has no place on a logarithmic axis. Use NaN for a gap.",
            () => New().Line([1.0, 2, 0], "a").LogY()
        },
        {
            "Figure \"Loss\", points series \"a\": x[0] = -1 has no place on a logarithmic axis. Use NaN for a gap.",
            () => New().LogX().Points([-1, 2], [1, 2], "a")
        },
        {
            "Figure \"Loss\", band series \"a\": x has 2 values and upper has 3; they must be as many.",
            () => New().Band([1, 2], [1.0, 2], [1.0, 2, 3], "a")
        },
        {
            "Figure \"Loss\", bars series \"a\": 2 categories and 3 values; they must be as many.",
            () => New().Bars(["p", "q"], [1, 2, 3], "a")
        },
        {
            "Figure \"Loss\", bars series \"b\": the categories [p, r] differ from the earlier [p, q].",
            () => New().Bars(["p", "q"], [1, 2], "a").Bars(["p", "r"], [1, 2], "b")
        },
        {
            "Figure \"Loss\", bars series \"a\": lengths that start at zero cannot stand on a logarithmic axis.",
            () => New().Bars(["p", "q"], [1, 2], "a").LogY()
        },
        {
            "Figure \"Loss\", an unnamed heat map series: 2 rows and 1 names for them.",
            () => New().HeatMap(new int[2, 3], rows: ["p"])
        },
        {
            "Figure \"Loss\", an unnamed heat map series: the matrix has 0 rows and 3 columns.",
            () => New().HeatMap(new int[0, 3])
        },
        {
            "Figure \"Loss\": a heat map stands alone; put other series into a figure of their own.",
            () => New().HeatMap(new int[2, 3]).Line([1, 2])
        },
        {
            "Figure \"Loss\", line series \"a\": colour \"red\" is not of the form #rrggbb.",
            () => New().Line([1, 2], "a", colour: "red")
        },
        { "Figure \"Loss\": the y range 2 … 1 must be finite and grow.", () => New().YRange(2, 1) },
        {
            "Figure \"Loss\": the x range 0 … Infinity must be finite and grow.",
            () => New().XRange(0, double.PositiveInfinity)
        },
        {
            "Figure \"Loss\": the reference line at -1 has no place on the logarithmic y axis.",
            () => New().LogY().HorizontalLine(-1)
        },
        {
            "Figure \"Loss\": the horizontal line is at NaN, which has no place on an axis.",
            () => New().HorizontalLine(double.NaN)
        },
        { "Grid \"g\" has no figures. (Parameter 'figures')", () => Figure.Grid([], title: "g") },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_wrong_is_named(string message, Action action) =>
        Assert.Equal(message, Assert.ThrowsAny<ArgumentException>(action).Message);

    [Fact]
    public void Whole_and_single_numbers_are_drawn_like_doubles()
    {
        string digest = New().Line([1.0, 2, 3]).Digest;

        Assert.Equal(digest, New().Line([1, 2, 3]).Digest);
        Assert.Equal(digest, New().Line(new List<float> { 1, 2, 3 }).Digest);
        Assert.Equal(digest, New().Line([0, 1, 2], [1L, 2, 3]).Digest);
    }

    [Fact]
    public void A_histogram_counts_every_value_once()
    {
        double[] values = [0, 0.5, 1, 1, 2, 9.99, 10];

        Assert.Contains("of 7 values", new Figure().Histogram(values).ToSvg());
    }

    [Fact]
    public void Changing_a_figure_later_does_not_change_a_grid_of_it()
    {
        Figure figure = New().Line([1, 2]);
        FigureGrid grid = Figure.Grid([figure]);
        string before = grid.Digest;

        figure.Line([3, 4]);

        Assert.Equal(before, grid.Digest);
    }

    [Fact]
    public void A_series_without_finite_values_still_makes_a_figure() =>
        Assert.Contains("no finite value", New().Line([double.NaN, double.NaN], "diverged").LogY().ToSvg());

    [Theory]
    [InlineData(1e300, -1e300)]
    [InlineData(double.Epsilon, 0)]
    [InlineData(1e-310, 2e-310)]
    [InlineData(1, 1 + double.Epsilon)]
    [InlineData(1e15, 1e15 + 0.125)]
    [InlineData(0.1, 0.1 + 1e-16)]
    public void Values_of_any_size_are_drawn(double a, double b)
    {
        string svg = New().Line([a, b], marker: Marker.Circle).ToSvg();

        Assert.DoesNotContain("NaN", svg);
        Assert.DoesNotContain("∞", svg);
    }

    [Fact]
    public void Ranges_are_the_ends_of_the_axes_and_cut_off_the_data_beyond()
    {
        Axes axes = FigureLayout.Of(New().Line([1.0, 2, 3, 4]).XRange(1, 2).YRange(0, 2.5).Model).Panels[0].Axes;

        Assert.Equal((1, 2, 0, 2.5), (axes.X.Min, axes.X.Max, axes.Y.Min, axes.Y.Max));
        Assert.Equal((axes.Plot.Left, axes.Plot.Right), (axes.Left(1), axes.Left(2)));
    }

    [Fact]
    public void A_refused_series_leaves_the_figure_as_it_was()
    {
        Figure figure = New().Line([1, 2]);
        string before = figure.Digest;

        Assert.Throws<ArgumentException>(() => figure.HeatMap(new int[2, 2], rows: ["a", "b"]));
        Assert.Throws<ArgumentException>(() => figure.Line([0, 1]).LogY());

        Assert.NotEqual(before, figure.Digest);
        Assert.Equal(New().Line([1, 2]).Line([0, 1]).Digest, figure.Digest);
    }

    private static Figure New() => new("Loss");
}

namespace Unrolled.Charts.Tests.Diagrams;

public class GradientByLagChartTests
{
    [Fact]
    public void The_curve_has_the_norms_that_GradientByLag_measured()
    {
        ICell cell = Runs.Cells["rnn"]();
        double[] norms = GradientByLag.Norms(cell, Runs.OfSymbols(cell), "h", Vector.Build.Dense(Runs.Hidden, 1));

        CurveSeries curve = Curves(GradientByLagChart.Of([("RNN", norms)])).Single();

        Assert.Equal(norms, curve.Y);
        Assert.Equal(Enumerable.Range(0, 10).Select(lag => (double)lag), curve.X);
    }

    [Fact]
    public void Without_recurrent_weights_what_is_left_of_dc_is_the_product_of_the_forget_gates()
    {
        // With U = 0 the cell state alone carries the gradient back, and dc_T/dc_t is the product of f.
        var lstm = LstmCell.Zeros(1, 1);
        (lstm.b_f[0], lstm.b_o[0]) = (Math.Log(3), 50);
        CellTrace run = lstm.Run(Sequence.OfScalars([0, 0, 0, 0]));

        CurveSeries curve = Curves(
            GradientByLagChart.Of(
                [("c", GradientByLag.Norms(lstm, run, "c", Vector.Build.Dense(1, 1)))], relative: true)).Single();

        Assert.Equal([1, .75, .5625, .421875], curve.Y.Select(left => Math.Round(left, 12)));
    }

    [Fact]
    public void Relative_curves_begin_at_one() => Assert.All(
        Curves(
            GradientByLagChart.Of(
                [("a", [4.0, 2]), ("b", [0.1, 0.2])], relative: true)), curve => Assert.Equal(1, curve.Y[0]));

    [Theory]
    [InlineData(new[] { 1.0, 0.5, 0, 0 }, "RNN (0 from lag 2)")]
    [InlineData(new[] { 1.0, 1e-20, 1e-40 }, "RNN (below 10⁻¹² from lag 1)")]
    [InlineData(new[] { 1.0, 1e200, double.PositiveInfinity, double.NaN }, "RNN (overflows at lag 2)")]
    [InlineData(new[] { 1.0, 0.5, 0.25 }, "RNN")]
    public void A_curve_that_ends_is_named_with_the_lag_and_the_reason(double[] norms, string name) =>
        Assert.Equal(name, Curves(GradientByLagChart.Of([("RNN", norms)], floor: 1e-12)).Single().Name);

    [Fact]
    public void What_has_no_gradient_is_refused_by_name()
    {
        Refused("There are no curves", () => GradientByLagChart.Of([]));
        Refused("Curve \"LSTM\" has no norms", () => GradientByLagChart.Of([("LSTM", [])]));
        Refused("Curve \"LSTM\" begins with 0", () => GradientByLagChart.Of([("LSTM", [0.0, 1])]));
        Refused("Curve \"LSTM\": the norm at lag 1 is −1", () => GradientByLagChart.Of([("LSTM", [1.0, -1])]));
    }

    private static IEnumerable<CurveSeries> Curves(Figure figure) => figure.Model.Series.OfType<CurveSeries>();

    private static void Refused(string message, Func<object> make) =>
        Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(make).Message);
}

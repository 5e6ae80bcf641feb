namespace Unrolled.Tests.Cells;

public class TruncatedBackpropagationThroughTimeTests
{
    private const int Length = 12;
    private readonly CellWithOutput network;
    private readonly Vector[] xs;
    private readonly Vector[] targets;
    private readonly State initial;

    public TruncatedBackpropagationThroughTimeTests()
    {
        var draw = new Draw(seed: 1);
        network = new CellWithOutput(LstmCell.Zeros(2, 3), OutputLayer.Zeros(3, 2));
        draw.Weights<ICell>(network);
        (xs, targets, initial) = (draw.Sequence(Length, 2), draw.Sequence(Length, 2), draw.State(network));
    }

    [Theory]
    [InlineData(1, Length)]
    [InlineData(3, Length)]
    [InlineData(5, 100)]
    [InlineData(Length, Length)]
    public void When_every_way_back_reaches_the_start_the_gradients_add_up_to_the_whole_one(int k1, int k2)
    {
        var (sum, total, windows) = Sum(new TruncatedBackpropagationThroughTime(k1, k2));

        Assert.True(Difference(sum, WholeGradient()) < 1e-13);
        Assert.Equal(WholeLoss().Total, total, 1e-13);
        Assert.Equal((Length + k1 - 1) / k1, windows);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 3)]
    [InlineData(2, 5)]
    public void A_way_back_that_is_cut_off_leaves_something_out(int k1, int k2)
    {
        var (sum, total, _) = Sum(new TruncatedBackpropagationThroughTime(k1, k2));

        Assert.True(Difference(sum, WholeGradient()) > 1e-4);
        Assert.Equal(WholeLoss().Total, total, 1e-13);
    }

    [Fact]
    public void A_window_goes_back_k2_steps_with_the_losses_of_its_own_k1_only()
    {
        var windows = new List<ParameterSet>();
        new TruncatedBackpropagationThroughTime(2, 5)
            .Pass(network, xs, targets, new SquaredError(), windows.Add, initial);

        // The third window has the losses of steps 4 and 5 and goes back to step 1.
        var run = network.Run(xs, initial);
        var tail = network.Run(xs[1..6], run[1].Before);
        Vector?[] newest = [null, null, null, targets[4], targets[5]];
        var dys = SequenceLoss.Of(new SquaredError(), tail.Outputs, newest).Gradients;
        var expected = BackpropagationThroughTime.Gradient(network, tail, dys).OfParameters.Parameters;
        Assert.True(Difference(windows[2], expected) < 1e-13);
    }

    [Fact]
    public void Steps_of_one_are_Elmans_rule()
    {
        var (sum, _, _) = Sum(new TruncatedBackpropagationThroughTime(1, 1));
        var run = network.Run(xs, initial);

        var byRule = ElmanRule.Gradient(network, run, WholeLoss().Gradients).OfParameters.Parameters;

        Assert.True(Difference(sum, byRule) < 1e-13);
    }

    [Fact]
    public void A_detached_window_keeps_the_state_and_stops_the_gradient_at_its_start()
    {
        var detached = Sum(new TruncatedBackpropagationThroughTime(3, 100, WindowState.Detached));
        var cut = Sum(new TruncatedBackpropagationThroughTime(3, 3));

        Assert.Equal(cut.Total, detached.Total);
        Assert.True(Difference(cut.Sum, detached.Sum) < 1e-13);
    }

    [Fact]
    public void A_reset_window_is_a_sequence_of_its_own()
    {
        var (sum, total, _) = Sum(new TruncatedBackpropagationThroughTime(4, 4, WindowState.Reset));

        var expected = network.ZerosLike().Parameters;
        double losses = 0;
        foreach (int start in new[] { 0, 4, 8 })
        {
            var window = start..Math.Min(start + 4, Length);
            var run = network.Run(xs[window], initial);
            var loss = SequenceLoss.Of(new SquaredError(), run.Outputs, targets[window]);
            expected.Accumulate(
                BackpropagationThroughTime.Gradient(network, run, loss.Gradients).OfParameters.Parameters);
            losses += loss.Total;
        }

        Assert.True(Difference(sum, expected) < 1e-13);
        Assert.Equal(losses, total, 1e-13);
    }

    [Fact]
    public void What_is_learned_in_one_window_is_used_in_the_next()
    {
        var before = network.Run(xs, initial).Outputs[^1];
        var copy = network.ZerosLike();
        copy.Parameters.CopyFrom(network.Parameters);
        var optimizer = new Sgd(.1);

        double total = new TruncatedBackpropagationThroughTime(2, 4).Pass(
            copy, xs, targets, new SquaredError(), gradients => optimizer.Step(copy.Parameters, gradients), initial);

        Assert.NotEqual(before, copy.Run(xs, initial).Outputs[^1]);
        Assert.True(total < WholeLoss().Total);
    }

    [Fact]
    public void A_way_back_shorter_than_its_window_is_refused()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new TruncatedBackpropagationThroughTime(4, 3));
        Assert.Contains("k2 is 3; expected at least k1, 4.", error.Message);
    }

    [Fact]
    public void The_gradient_is_the_sum_of_the_windows_with_the_weights_held_fixed()
    {
        var truncated = new TruncatedBackpropagationThroughTime(2, 5);
        double before = network.Parameters.Norm;

        var gradient = truncated.Gradient(network, xs, targets, new SquaredError(), initial);

        Assert.Equal(0, gradient.DistanceTo(Sum(truncated).Sum));
        Assert.Equal(before, network.Parameters.Norm);
    }

    private (ParameterSet Sum, double Total, int Windows) Sum(TruncatedBackpropagationThroughTime truncated)
    {
        var sum = network.ZerosLike().Parameters;
        int windows = 0;
        double total = truncated.Pass(network, xs, targets, new SquaredError(), gradients =>
        {
            sum.Accumulate(gradients);
            windows++;
        }, initial);
        return (sum, total, windows);
    }

    private SequenceLoss WholeLoss() =>
        SequenceLoss.Of(new SquaredError(), network.Run(xs, initial).Outputs, targets);

    private ParameterSet WholeGradient() => BackpropagationThroughTime.Gradient(
        network, network.Run(xs, initial), WholeLoss().Gradients).OfParameters.Parameters;

    private static double Difference(ParameterSet a, ParameterSet b) =>
        a.Zip(b, (left, right) => left.Values.Zip(right.Values, (x, y) => Math.Abs(x - y)).Max()).Max();
}

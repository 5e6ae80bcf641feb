namespace Unrolled.Tests.Cells;

public class ElmanNetworkTests
{
    [Theory]
    [InlineData(OutputActivation.Logistic, 1, 1)]
    [InlineData(OutputActivation.Logistic, 50, 1)]
    [InlineData(OutputActivation.Logistic, 10, 10)]
    [InlineData(OutputActivation.Linear, 1, 1)]
    [InlineData(OutputActivation.Linear, 50, 1)]
    [InlineData(OutputActivation.Softmax, 1, 1)]
    [InlineData(OutputActivation.Softmax, 50, 1)]
    public void Every_gradient_agrees_with_central_differences(OutputActivation units, int length, double inputBound)
    {
        var draw = new Draw(seed: 1);
        var network = draw.Weights(ElmanNetwork.Zeros(3, 4, 2, units));
        var xs = draw.Sequence(length, 3, inputBound);
        var targets = units == OutputActivation.Softmax ? draw.Classes(length, 2) : draw.Sequence(length, 2, .1);
        ILoss loss = units == OutputActivation.Softmax ? new NegativeLogLikelihood() : new SquaredError();

        var report = GradientCheck.OfCell(network, xs, targets, loss, draw.State(network));

        Assert.Equal(
            ["W", "U", "b", "V", "b_y", "x", "state[0]"], report.Tensors.Select(tensor => tensor.Name));
        Assert.True(report.Worst.RelativeError <= 1e-7, report.ToString());
    }

    [Fact]
    public void The_context_is_the_hidden_layer_of_the_step_before_copied_at_weight_1()
    {
        var draw = new Draw(seed: 2);
        var run = draw.Weights(ElmanNetwork.Zeros(2, 3, 1)).Run(draw.Sequence(6, 2));

        for (int t = 1; t < run.Count; t++)
            Assert.Equal(run["h"][t - 1], run["context"][t]);
    }

    [Fact]
    public void The_context_starts_at_one_half_or_where_it_is_told()
    {
        var draw = new Draw(seed: 3);
        var network = draw.Weights(ElmanNetwork.Zeros(2, 3, 1));
        var xs = draw.Sequence(1, 2);
        var h0 = draw.Vector(3);

        Assert.All(network.Run(xs)["context"][0], unit => Assert.Equal(.5, unit));
        Assert.Equal(h0, network.Run(xs, new State(h0))["context"][0]);
    }

    [Fact]
    public void A_step_worked_by_hand_comes_out()
    {
        // a_h = 2·1 + 4·.5 − 4 = 0, h = .5; a_y = 2·.5 − 1 = 0, y = .5; and back with dy = 1:
        // da_y = 1·.5·.5 = .25, dh = 2·.25 = .5, da_h = .5·.5·.5 = .125, dx = 2·.125, dcontext = 4·.125.
        var network = ElmanNetwork.Zeros(1, 1, 1);
        (network.W[0, 0], network.U[0, 0], network.b[0], network.V[0, 0], network.b_y[0]) = (2, 4, -4, 2, -1);
        var d = network.ZerosLike();

        var step = network.Forward(Vector.Build.Dense(1, 1), network.InitialState);
        var back = network.Backward(step, Vector.Build.Dense(1, 1), State.Zeros([1]), d);

        Assert.Equal((.5, .5), (step.h[0], step.y[0]));
        Assert.Equal((.25, .5, .125), (back.a_y[0], back.h[0], back.a[0]));
        Assert.Equal((.25, .5), (back.x[0], back.context[0]));
        Assert.Equal((.125, .125, .0625), (d.V[0, 0], d.W[0, 0], d.U[0, 0]));
    }

    [Fact]
    public void Without_the_copy_it_is_a_perceptron_that_forgets_every_earlier_input()
    {
        var draw = new Draw(seed: 4);
        var network = draw.Weights(new ElmanNetwork(2, 3, 1, draw.Random) { CopyWeight = 0 });
        var xs = draw.Sequence(5, 2);
        Vector[] changed = [draw.Vector(2), .. xs[1..]];

        Assert.Equal(network.Run(xs).Outputs.Skip(1), network.Run(changed).Outputs.Skip(1));
    }

    [Fact]
    public void With_a_linear_output_unit_it_forecasts_a_wave_better_than_persistence_does()
    {
        double[] wave = [.. Enumerable.Range(0, 101).Select(t => Math.Sin(.6 * t) * Math.Sin(.05 * t))];
        var (xs, targets) = (Sequence.OfScalars(wave[..^1]), Sequence.OfScalars(wave[1..]));
        var network = new Draw(seed: 6).Weights(ElmanNetwork.Zeros(1, 6, 1, OutputActivation.Linear), .5);
        var adam = new Adam(.02);

        SequenceLoss Loss(CellTrace run) => SequenceLoss.Of(new SquaredError(), run.Outputs, targets);
        for (int epoch = 0; epoch < 300; epoch++)
        {
            var run = network.Run(xs);
            adam.Step(
                network.Parameters,
                BackpropagationThroughTime.Gradient(network, run, Loss(run).Gradients).OfParameters.Parameters);
        }

        double persistence = SequenceLoss.Of(new SquaredError(), xs, targets).Total;
        Assert.True(Loss(network.Run(xs)).Total < persistence / 20);
    }

    [Fact]
    public void Softmax_with_cross_entropy_gives_output_minus_target_at_the_net_input()
    {
        var draw = new Draw(seed: 5);
        var network = draw.Weights(ElmanNetwork.Zeros(2, 3, 4, OutputActivation.Softmax));
        var targets = draw.Classes(5, 4);
        var run = network.Run(draw.Sequence(5, 2));

        var gradient = BackpropagationThroughTime.Gradient(
            network, run, SequenceLoss.Of(new NegativeLogLikelihood(), run.Outputs, targets).Gradients);

        for (int t = 0; t < 5; t++)
            Assert.True((gradient.OfSteps["a_y"][t] - (run["y"][t] - targets[t])).InfinityNorm() < 1e-15);
    }
}

using Unrolled.Tests.Cells;

namespace Unrolled.Tests.Training;

public class ElmanRuleTests
{
    private readonly Draw draw = new(seed: 1);

    [Fact]
    public void At_a_single_step_it_is_backpropagation_through_time()
    {
        var (network, run, dys) = RandomRun(length: 1);

        var byRule = ElmanRule.Gradient(network, run, dys).OfParameters.Parameters;
        var throughTime = BackpropagationThroughTime.Gradient(network, run, dys).OfParameters.Parameters;

        Assert.All(byRule.Zip(throughTime), pair => Assert.Equal(pair.First.Values, pair.Second.Values));
    }

    [Fact]
    public void Over_several_steps_it_agrees_in_the_read_out_and_differs_where_the_context_matters()
    {
        var (network, run, dys) = RandomRun(length: 8);

        var byRule = ElmanRule.Gradient(network, run, dys).OfParameters.Parameters;
        var throughTime = BackpropagationThroughTime.Gradient(network, run, dys).OfParameters.Parameters;

        double Difference(string name) =>
            byRule[name].Values.Zip(throughTime[name].Values, (a, b) => Math.Abs(a - b)).Max();
        Assert.True(Difference("V") < 1e-15 && Difference("b_y") < 1e-15);
        Assert.All(["W", "U", "b"], name => Assert.True(Difference(name) > 1e-3, name));
    }

    [Fact]
    public void With_links_from_the_context_at_0_nothing_is_left_out_of_its_gradient()
    {
        var (network, _, dys) = RandomRun(length: 8);
        network.U.Clear();
        var run = network.Run(draw.Sequence(8, 2));

        var byRule = ElmanRule.Gradient(network, run, dys).OfParameters.Parameters;
        var throughTime = BackpropagationThroughTime.Gradient(network, run, dys).OfParameters.Parameters;

        Assert.All(byRule.Zip(throughTime), pair => Assert.All(
            pair.First.Values.Zip(pair.Second.Values), values => Assert.Equal(values.First, values.Second, 1e-15)));
    }

    [Fact]
    public void Learning_that_does_not_go_through_time_takes_its_gradient()
    {
        var network = draw.Weights(ElmanNetwork.Zeros(2, 3, 1), bound: 2);
        var (xs, targets) = (draw.Sequence(8, 2), draw.Sequence(8, 1));
        var expected = network.ZerosLike();
        expected.Parameters.CopyFrom(network.Parameters);
        var run = network.Run(xs);
        var dys = SequenceLoss.Of(new SquaredError(), run.Outputs, targets).Gradients;
        new Sgd(.1).Step(expected.Parameters, ElmanRule.Gradient(network, run, dys).OfParameters.Parameters);

        network.Learn(xs, targets, new SquaredError(), new Sgd(.1), throughTime: false);

        Assert.All(
            network.Parameters.Zip(expected.Parameters),
            pair => Assert.Equal(pair.Second.Values, pair.First.Values));
    }

    [Fact]
    public void A_step_moves_the_weights_down_its_gradient_and_keeps_the_context()
    {
        var network = draw.Weights(ElmanNetwork.Zeros(2, 3, 1));
        var (x, target) = (draw.Vector(2), draw.Vector(1));
        var before = draw.Weights(network.ZerosLike());
        before.Parameters.CopyFrom(network.Parameters);
        var run = network.Run([x]);
        var expected = ElmanRule.Gradient(
            network, run, SequenceLoss.Of(new SquaredError(), run.Outputs, [target]).Gradients).OfParameters.Parameters;

        var rule = new ElmanRule(network, new SquaredError(), new Sgd(.1));
        double loss = rule.Step(x, target);

        Assert.Equal(new SquaredError().Value(run.Outputs[0], target), loss);
        Assert.Equal(run["h"][0], rule.Context.h);
        for (int p = 0; p < expected.Count; p++)
        {
            for (int i = 0; i < expected[p].Values.Length; i++)
                Assert.Equal(
                    before.Parameters[p].Values[i] - .1 * expected[p].Values[i], network.Parameters[p].Values[i]);
        }
    }

    private (ElmanNetwork Network, CellTrace Run, Vector[] Dys) RandomRun(int length)
    {
        var network = draw.Weights(ElmanNetwork.Zeros(2, 3, 1), bound: 2);
        return (network, network.Run(draw.Sequence(length, 2)), draw.Sequence(length, 1));
    }
}


namespace Unrolled.Tests.Cells;

/// <summary>The promises of every cell.</summary>
public class EveryCellTests
{
    public static TheoryData<string> Cells => AllCells.Names;

    [Theory]
    [MemberData(nameof(Cells))]
    public void Every_gradient_of_a_single_step_agrees_with_central_differences(string name) =>
        AssertGradientsAgree(name, length: 1, inputBound: 1, weightBound: .7);

    [Theory]
    [MemberData(nameof(Cells))]
    public void Every_gradient_of_fifty_steps_agrees_with_central_differences(string name) =>
        // At ±.7 the cell of 1997, which never forgets, reaches the tens, and the difference itself is off by 2e-7.
        AssertGradientsAgree(name, length: 50, inputBound: 1, weightBound: .4);

    [Theory]
    [MemberData(nameof(Cells))]
    public void Every_gradient_of_saturated_units_agrees_with_central_differences(string name) =>
        AssertGradientsAgree(name, length: 12, inputBound: 12, weightBound: 1);

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_step_and_its_gradients_have_the_same_names_and_shapes(string name)
    {
        var draw = new Draw(seed: 1);
        var cell = draw.Weights(AllCells.Make(name));
        var run = cell.Run(draw.Sequence(2, 3));
        var back = BackpropagationThroughTime.Gradient(cell, run, draw.Sequence(2, cell.OutputSize)).OfSteps;

        Assert.Equal(
            run[1].Quantities.Select(quantity => (quantity.Key, quantity.Value.Count)),
            back[1].Quantities.Select(quantity => (quantity.Key, quantity.Value.Count)));
        Assert.Equal(run.Names.Count, run.Names.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void The_parameters_are_live_and_their_names_differ(string name)
    {
        var draw = new Draw(seed: 2);
        var cell = draw.Weights(AllCells.Make(name));
        var xs = draw.Sequence(3, 3);
        var before = cell.Run(xs).Outputs;
        var names = cell.Parameters.Select(parameter => parameter.Name).ToList();

        cell.Parameters.Scale(2);

        Assert.Equal(names.Count, names.Distinct().Count());
        Assert.NotEqual(before[2], cell.Run(xs).Outputs[2]);
    }

    [Theory]
    [InlineData("LSTM 1997")]
    [InlineData("LSTM")]
    [InlineData("LSTM, peepholes")]
    [InlineData("GRU, after, keeps")]
    [InlineData("GRU, before, takes")]
    public void Every_gate_is_its_own_net_input_squashed(string name)
    {
        var draw = new Draw(seed: 4);
        var cell = draw.Weights(AllCells.Make(name));
        var run = cell.Run(draw.Sequence(3, 3), draw.State(cell));

        foreach (string netInput in run.Names.Where(quantity => quantity.StartsWith("a_", StringComparison.Ordinal)))
        {
            string gate = netInput[2..];
            Func<double, double> squash = gate is "g" or "n" ? Math.Tanh : a => 1 / (1 + Math.Exp(-a));
            Assert.Equal(
                run[netInput].SelectMany(a => a).Select(squash), run[gate].SelectMany(value => value),
                (expected, found) => Math.Abs(expected - found) < 1e-12);
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_run_that_is_cut_in_two_and_handed_on_is_the_same_run(string name)
    {
        var draw = new Draw(seed: 3);
        var cell = draw.Weights(AllCells.Make(name));
        var xs = draw.Sequence(6, 3);

        var first = cell.Run(xs[..4]);
        var second = cell.Run(xs[4..], first.Final);

        Assert.Equal(cell.Run(xs).Outputs, first.Outputs.Concat(second.Outputs));
    }

    // The mean over the steps, so that the rounding of the loss stays small beside its slopes.
    private static void AssertGradientsAgree(string name, int length, double inputBound, double weightBound)
    {
        var draw = new Draw(seed: 5);
        var cell = draw.Weights(AllCells.Make(name), weightBound);
        var targets = draw.Sequence(length, cell.OutputSize);
        var loss = new ScaledLoss(new SquaredError(), 1.0 / length);

        var report = GradientCheck.OfCell(
            cell, draw.Sequence(length, 3, inputBound), targets, loss, draw.State(cell), AllCells.KinksOf(cell));

        Assert.True(report.Worst.RelativeError <= 1e-7, $"{name}\n{report}");
        Assert.True(report.ShareLeftOut <= .01, $"{name}\n{report}");
    }
}

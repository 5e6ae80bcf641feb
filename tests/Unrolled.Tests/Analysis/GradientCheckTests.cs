using Unrolled.Tests.Cells;


namespace Unrolled.Tests.Analysis;

public class GradientCheckTests
{
    [Theory]
    [InlineData("W")]
    [InlineData("U")]
    [InlineData("b_y")]
    public void An_error_of_a_ten_thousandth_in_one_entry_is_found_and_named(string name)
    {
        var draw = new Draw(seed: 1);
        var network = draw.Weights(ElmanNetwork.Zeros(2, 3, 2));
        var xs = draw.Sequence(6, 2);
        var targets = draw.Sequence(6, 2);
        SequenceLoss Loss() => SequenceLoss.Of(new SquaredError(), network.Run(xs).Outputs, targets);
        var gradients = BackpropagationThroughTime
            .Gradient(network, network.Run(xs), Loss().Gradients).OfParameters.Parameters;
        gradients[name].Values[1] += 1e-4 * gradients[name].Values.Max(Math.Abs);

        var report = GradientCheck.Compare(
            () => Loss().Total, [.. ProbedTensor.OfParameters(network.Parameters, gradients)]);

        Assert.Equal(name, report.Worst.Name);
        Assert.Equal(gradients[name].IndexOf(1), report.Worst.WorstIndex);
        Assert.InRange(report.Worst.RelativeError, 9e-5, 1.1e-4);
        Assert.All(
            report.Tensors.Where(tensor => tensor.Name != name), tensor => Assert.True(tensor.RelativeError <= 1e-7));
    }

    [Fact]
    public void A_gradient_that_is_not_a_number_is_the_worst_there_can_be()
    {
        var theta = Vector.Build.Dense([1.0, 2]);
        var gradient = Vector.Build.Dense([1.0, double.NaN]);

        var report = GradientCheck.Compare(theta.Sum, [ProbedTensor.OfSequence("theta", [theta], [gradient])]);

        Assert.Equal(double.PositiveInfinity, report.Worst.RelativeError);
    }

    [Fact]
    public void Gradients_below_a_thousandth_are_held_against_a_thousandth()
    {
        var theta = Vector.Build.Dense(1, 1.0);
        var gradient = Vector.Build.Dense(1, 1e-6);

        var report = GradientCheck.Compare(
            () => 2e-6 * theta[0], [ProbedTensor.OfSequence("theta", [theta], [gradient])]);

        Assert.Equal(1e-6 / 1e-3, report.Worst.RelativeError, 1e-9);
    }

    [Fact]
    public void Entries_whose_step_crosses_a_kink_are_counted_and_left_out()
    {
        var theta = Vector.Build.Dense([0, 1, -1]);
        var gradient = Vector.Build.Dense([.7, 1, 0]);

        var report = GradientCheck.Compare(
            () => Pointwise.Relu(theta).Sum(),
            [ProbedTensor.OfSequence("theta", [theta], [gradient])],
            () => [.. theta.Select(value => value > 0)]);

        Assert.Equal(1, report.Worst.LeftOut);
        Assert.Equal(1.0 / 3, report.ShareLeftOut);
        Assert.True(report.Worst.RelativeError < 1e-9);
        Assert.EndsWith("1 of 3 entries left out: their step crossed a kink.", report.ToString());
    }

    [Fact]
    public void The_numbers_are_left_as_they_were()
    {
        var draw = new Draw(seed: 2);
        var network = draw.Weights(ElmanNetwork.Zeros(2, 3, 1));
        double[][] before = [.. network.Parameters.Select(parameter => parameter.Values.ToArray())];

        GradientCheck.OfCell(network, draw.Sequence(3, 2), draw.Sequence(3, 1), new SquaredError());

        Assert.Equal(before, network.Parameters.Select(parameter => parameter.Values));
    }

    [Fact]
    public void The_report_is_a_table_with_aligned_columns()
    {
        var (theta, other) = (Vector.Build.Dense([3.0]), Vector.Build.Dense([1.0, 2]));
        double Loss() => theta[0] * theta[0] / 2 + other[1];

        string text = GradientCheck.Compare(Loss,
        [
            ProbedTensor.OfSequence("theta", [theta], [Vector.Build.Dense([3.0])]),
            ProbedTensor.OfSequence("a longer name", [other], [Vector.Build.Dense([0.0, 2])]),
        ]).ToString();

        string[] lines = text.Split(Environment.NewLine);
        Assert.Equal(3, lines.Length);
        Assert.All(lines, line => Assert.Equal(lines[0].Length, line.Length));
        Assert.Equal("tensor         shape   worst at      written out       difference  relative error", lines[0]);
        Assert.StartsWith("a longer name  [1, 2]  [0, 1]    2.000000000e+00  ", lines[2]);
        Assert.EndsWith("5.0e-01", lines[2]);
    }
}

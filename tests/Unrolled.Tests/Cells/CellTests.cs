
namespace Unrolled.Tests.Cells;

public class CellTests
{
    private readonly ElmanNetwork network = ElmanNetwork.Zeros(2, 3, 1);

    [Fact]
    public void An_input_of_the_wrong_shape_is_refused_with_both_shapes()
    {
        var error = Assert.Throws<ArgumentException>(() => network.Run([Vector.Build.Dense(2), Vector.Build.Dense(5)]));
        Assert.Contains("xs[1] has shape [5]; expected [2].", error.Message);
    }

    [Fact]
    public void An_empty_sequence_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => network.Run([]));
        Assert.Contains("xs is an empty sequence, [0, 2]; expected at least one step.", error.Message);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void An_input_that_is_not_finite_is_refused_where_it_stands(double value)
    {
        var x = Vector.Build.Dense([0, value]);

        var inSequence = Assert.Throws<ArgumentException>(() => network.Run([Vector.Build.Dense(2), x]));
        Assert.Contains($"xs[1][1] is {value}; expected finite numbers in all of its shape [2].", inSequence.Message);
        var inStep = Assert.Throws<ArgumentException>(() => network.Forward(x, network.InitialState));
        Assert.Contains($"x[1] is {value}", inStep.Message);
    }

    [Fact]
    public void An_initial_state_of_the_wrong_shape_or_not_finite_is_refused()
    {
        var tooMany = new State(Vector.Build.Dense(3), Vector.Build.Dense(3));
        var error = Assert.Throws<ArgumentException>(() => network.Run([Vector.Build.Dense(2)], tooMany));
        Assert.Contains("initial has shape [3], [3]; expected [3].", error.Message);

        var notFinite = new State(Vector.Build.Dense(3, double.NaN));
        Assert.Throws<ArgumentException>(() => network.Run([Vector.Build.Dense(2)], notFinite));
    }

    [Fact]
    public void A_gradient_of_the_wrong_shape_or_length_is_refused()
    {
        var run = network.Run([Vector.Build.Dense(2)]);

        var shape = Assert.Throws<ArgumentException>(
            () => BackpropagationThroughTime.Gradient(network, run, [Vector.Build.Dense(4)]));
        Assert.Contains("dy has shape [4]; expected [1].", shape.Message);
        var length = Assert.Throws<ArgumentException>(() => BackpropagationThroughTime.Gradient(network, run, []));
        Assert.Contains("dys has 0 steps; expected 1, as run has.", length.Message);
    }

    [Fact]
    public void Another_models_step_or_gradients_are_refused_with_both_names()
    {
        ICell elman = network;
        ICell jordan = JordanNetwork.Zeros(2, 3, 1);
        var x = Vector.Build.Dense(2);
        var dy = Vector.Build.Dense(1);
        var step = elman.Forward(x, elman.InitialState);
        var foreign = jordan.Forward(x, jordan.InitialState);

        Assert.Contains(
            "gradients is of JordanNetwork; expected ElmanNetwork.",
            Assert.Throws<ArgumentException>(() => elman.Backward(step, dy, elman.InitialState, jordan)).Message);
        Assert.Contains(
            "step is of JordanStep; expected ElmanStep.",
            Assert.Throws<ArgumentException>(() => elman.Backward(foreign, dy, elman.InitialState, elman)).Message);
    }

    [Fact]
    public void Sizes_below_1_are_refused()
    {
        Assert.Contains(
            "inputSize is 0; expected at least 1.",
            Assert.Throws<ArgumentOutOfRangeException>(() => LstmCell.Zeros(0, 3)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => GruCell.Zeros(2, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ElmanNetwork.Zeros(2, 0, 1));
    }
}

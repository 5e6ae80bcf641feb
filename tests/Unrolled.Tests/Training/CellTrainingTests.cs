namespace Unrolled.Tests.Training;

public sealed class CellTrainingTests
{
    private static readonly Vector[] Xs = Sequence.OfScalars([.5, -1, .25]);
    private static readonly Vector?[] Targets = [null, Vector.Build.Dense(1, .5), Vector.Build.Dense(1, -.5)];

    [Fact]
    public void A_step_is_backpropagation_through_time_clipping_and_the_optimizers_step()
    {
        (CellWithOutput learned, CellWithOutput byHand) = (Network(), Network());
        CellTrace run = byHand.Run(Xs);
        SequenceLoss loss = SequenceLoss.Of(new SquaredError(), run.Outputs, Targets);
        ParameterSet gradient =
            BackpropagationThroughTime.Gradient(byHand, run, loss.Gradients).OfParameters.Parameters;
        double norm = GradientClipping.ByNorm(gradient, .1);
        new Sgd(.5).Step(byHand.Parameters, gradient);

        (double Loss, double GradientNorm) found = learned.Learn(
            Xs, Targets, new SquaredError(), new Sgd(.5), clipNorm: .1);

        Assert.Equal((loss.Total / 2, norm), found);
        Assert.Equal(
            byHand.Parameters.SelectMany(parameter => parameter.Values), learned.Parameters.SelectMany(
                parameter => parameter.Values));
    }

    [Fact]
    public void A_history_has_the_loss_and_the_norm_of_every_sequence_and_the_loss_falls()
    {
        CellWithOutput network = Network();

        TrainingHistory history = network.Fit(_ => (Xs, Targets), new SquaredError(), new Adam(.05), steps: 100);

        Assert.Equal(100, history.Losses.Count);
        Assert.Equal(100, history.GradientNorms.Count);
        Assert.True(history.Losses[^1] < .01 * history.Losses[0], $"{history.Losses[0]} became {history.Losses[^1]}");
    }

    [Fact]
    public void Accuracy_counts_the_target_steps_whose_largest_output_is_the_targets()
    {
        // Without U and with W = V = 1, the output is tanh of the input, whose largest element stays the largest.
        RnnCell layer = RnnCell.Zeros(2, 2);
        layer.W.SetDiagonal([1, 1]);
        Vector[] xs = Sequence.OneHot([0, 1, 1, 0], 2);
        Vector?[] targets = [null, Sequence.OneHot(1, 2), Sequence.OneHot(0, 2), Sequence.OneHot(0, 2)];

        Assert.Equal(2 / 3.0, layer.Accuracy(xs, targets));
        Assert.StartsWith("No step has a target", Assert.Throws<ArgumentException>(
            () => layer.Accuracy(xs, new Vector?[4])).Message);
    }

    [Fact]
    public void An_example_of_classes_becomes_one_hot_vectors_and_null_without_a_target()
    {
        ClassExample example = new([[1, 2], [3, 4]], [ClassExample.NoClass, 1], [false, true]);

        (Vector[] inputs, Vector?[] targets) = example.AsVectors(classes: 3);

        Assert.Equal(Sequence.OfRows([[1, 2], [3, 4]]), inputs);
        Assert.Collection(targets, Assert.Null, target => Assert.Equal(Sequence.OneHot(1, 3), target));
    }

    [Fact]
    public void A_sequence_without_targets_and_settings_that_make_no_sense_are_refused()
    {
        CellWithOutput network = Network();

        Assert.StartsWith("No step has a target", Assert.Throws<ArgumentException>(
            () => network.Learn(Xs, new Vector?[3], new SquaredError(), new Sgd(.1))).Message);
        Assert.StartsWith("clipNorm is 0", Assert.Throws<ArgumentOutOfRangeException>(
            () => network.Learn(Xs, Targets, new SquaredError(), new Sgd(.1), clipNorm: 0)).Message);
        Assert.StartsWith("steps is -1", Assert.Throws<ArgumentOutOfRangeException>(
            () => network.Fit(_ => (Xs, Targets), new SquaredError(), new Sgd(.1), steps: -1)).Message);
    }

    [Fact]
    public void A_loss_that_is_not_finite_stops_before_it_reaches_a_weight()
    {
        CellWithOutput network = Network();
        double[] before = [.. network.Parameters.SelectMany(parameter => parameter.Values)];
        Vector?[] huge = [null, null, Vector.Build.Dense(1, 1e200)];

        Assert.Throws<NonFiniteException>(() => network.Learn(Xs, huge, new SquaredError(), new Sgd(.1)));
        Assert.Equal(before, network.Parameters.SelectMany(parameter => parameter.Values));
    }

    private static CellWithOutput Network()
    {
        CellWithOutput network = new(RnnCell.Zeros(1, 3), OutputLayer.Zeros(3, 1, OutputActivation.Linear));
        Initialize.Uniform(network.Parameters, .5, new Xoshiro256(1));
        return network;
    }
}

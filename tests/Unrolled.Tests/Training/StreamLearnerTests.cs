using Unrolled.Tests.Layers;

namespace Unrolled.Tests.Training;

public sealed class StreamLearnerTests
{
    private readonly LayerDraw draw = new(1);
    private readonly SequenceModel model;
    private readonly Tensor x;
    private readonly Tensor targets;

    public StreamLearnerTests()
    {
        model = new SequenceModel(new Lstm(2, 4), new Dense(4, 1), OutputAt.EveryStep);
        draw.Fill(model.Parameters);
        (x, targets) = (draw.Tensor(12, 3, 2), draw.Tensor(12, 3, 1));
    }

    [Fact]
    public void The_losses_of_windows_are_those_of_the_whole_stream()
    {
        StreamLearner learner = Learner();
        double whole = BatchMeanSquaredError.Of(model.Forward(x).Output, targets).Value;

        double mean = Enumerable.Range(0, 3).Select(i => learner.Learn(Window(i), draw.Random)).Average();

        Assert.Equal(whole, mean, 1e-12);
    }

    [Fact]
    public void The_gradient_stops_at_the_windows_first_step()
    {
        StreamLearner learner = Learner();
        learner.Learn(Window(0), draw.Random);
        RecurrentState between = learner.State!;
        model.Parameters.ClearGradients();
        learner.Learn(Window(1), draw.Random);
        float[] found = Gradients();

        model.Parameters.ClearGradients();
        SequencePass pass = model.Forward(x.Slice(4, 4), between);
        model.Backward(pass, BatchMeanSquaredError.Of(pass.Output, targets.Slice(4, 4)).Gradient);

        Assert.Equal(Gradients(), found);
    }

    [Fact]
    public void A_new_stream_begins_from_zero_state()
    {
        StreamLearner learner = Learner();
        double first = learner.Learn(Window(0), draw.Random);
        learner.Learn(Window(1), draw.Random);

        Assert.Equal(first, learner.Learn(Window(0), draw.Random));
    }

    [Fact]
    public void The_carried_state_goes_through_a_checkpoint()
    {
        StreamLearner learner = Learner();
        learner.Learn(Window(0), draw.Random);
        StreamLearner resumed = Learner();

        resumed.RestoreCarried(new SafetensorsFile(learner.Carried));

        Assert.Equal(learner.Learn(Window(1), draw.Random), resumed.Learn(Window(1), draw.Random));
    }

    [Fact]
    public void A_model_that_reads_backwards_is_refused()
    {
        SequenceModel both = new(new Gru(2, 3, bidirectional: true), new Dense(6, 1), OutputAt.EveryStep);

        Assert.Throws<ArgumentException>(() => new StreamLearner(both));
    }

    private StreamLearner Learner() => new(model);

    private StreamWindow Window(int i) => new(x.Slice(4 * i, 4), new ValueTargets(targets.Slice(4 * i, 4)), Begins: i == 0);

    private float[] Gradients() => [.. model.Parameters.SelectMany(parameter => parameter.Gradient.Values)];
}

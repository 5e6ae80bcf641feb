using Unrolled.Tests.Layers;

namespace Unrolled.Tests.Training;

public sealed class StreamTrainingTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("unrolled-streams-");
    private readonly LayerDraw draw = new(1);
    private readonly SequenceModel model;
    private readonly Tensor x;
    private readonly Tensor targets;

    public StreamTrainingTests()
    {
        model = new SequenceModel(Lstm.Zeros(2, 4), Dense.Zeros(4, 1), OutputAt.EveryStep);
        draw.Fill(model.Parameters);
        (x, targets) = (draw.Tensor(12, 3, 2), draw.Tensor(12, 3, 1));
    }

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void The_losses_of_windows_are_those_of_the_whole_stream()
    {
        double whole = new ValueTargets(targets).Loss(model.Forward(x).Output).Value;

        TrainingHistory history = model.Fit(Windows, new Sgd(0), clipNorm: null, draw.Random);

        Assert.Equal(3, history.Losses.Count);
        Assert.Equal(whole, history.Losses.Average(), 1e-12);
    }

    [Fact]
    public void The_gradient_stops_at_the_windows_first_step()
    {
        Trainer trainer = Stream();
        trainer.Run(1);
        RecurrentState between = trainer.State!;
        trainer.Run(1);
        float[] found = Gradients();

        model.Parameters.ClearGradients();
        SequencePass pass = model.Forward(x.Slice(4, 4), between);
        model.Backward(pass, new ValueTargets(targets.Slice(4, 4)).Loss(pass.Output).Gradient);

        Assert.Equal(Gradients(), found);
    }

    [Fact]
    public void A_new_stream_begins_from_zero_state()
    {
        TrainingHistory history = model.Fit(Windows, new Sgd(0), clipNorm: null, draw.Random, steps: 4);

        Assert.Equal(history.Losses[0], history.Losses[3]);
        Assert.NotEqual(history.Losses[0], history.Losses[1]);
    }

    [Fact]
    public void The_carried_state_goes_through_a_checkpoint()
    {
        Trainer trainer = Stream();
        trainer.Run(1);
        trainer.Save(InFolder("checkpoint"));
        Trainer resumed = Stream();

        resumed.Load(InFolder("checkpoint"));

        Assert.Equal(trainer.State!.Hidden.Values, resumed.State!.Hidden.Values);
        Assert.Equal(trainer.Run(1).Losses, resumed.Run(1).Losses);
    }

    [Fact]
    public void A_window_that_is_not_finite_leaves_the_carried_state_and_the_run_goes_on()
    {
        StreamWindow[] windows = Windows;
        bool broken = true;
        StreamWindow Window(long step, Random source)
        {
            if (step != 1 || !broken)
                return windows[(int)step];
            broken = false;
            Tensor spoilt = windows[1].Inputs.Copy();
            spoilt.Values[0] = float.NaN;
            return windows[1] with { Inputs = spoilt };
        }

        Trainer trainer = new(model, new Sgd(0), Window, new Xoshiro256(1));
        trainer.Run(1);
        float[] before = trainer.State!.Hidden.Values;

        Assert.Throws<NonFiniteException>(() => trainer.Run(1));

        Assert.Equal(before, trainer.State!.Hidden.Values);
        Assert.Equal(Stream().Run(3).Losses, trainer.Run(2).Losses);
    }

    [Fact]
    public void A_checkpoint_of_another_number_of_streams_is_refused_and_changes_nothing()
    {
        Trainer ofThree = Stream();
        ofThree.Run(1);
        ofThree.Save(InFolder("checkpoint"));
        StreamWindow twoStreams = new(new Tensor(4, 2, 2), new ValueTargets(new Tensor(4, 2, 1)), Begins: true);
        Trainer ofTwo = new(model, new Sgd(0), (_, _) => twoStreams, new Xoshiro256(1));

        var error = Assert.Throws<SafetensorsException>(() => ofTwo.Load(InFolder("checkpoint")));

        Assert.Contains("\"carried.hidden\"", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, ofTwo.Step);
        Assert.Null(ofTwo.State);
    }

    [Fact]
    public void A_model_that_reads_backwards_is_refused()
    {
        SequenceModel both = new(Gru.Zeros(2, 3, bidirectional: true), Dense.Zeros(6, 1), OutputAt.EveryStep);

        Assert.Throws<ArgumentException>(() => both.Fit(Windows, new Sgd(0), clipNorm: null, draw.Random));
    }

    [Fact]
    public void No_window_is_refused() => Assert.StartsWith(
        "There is no window", Assert.Throws<ArgumentException>(() => model.Fit([], new Sgd(0), clipNorm: null, draw.Random)).Message);

    private StreamWindow[] Windows =>
    [
        .. Enumerable.Range(0, 3).Select(i =>
            new StreamWindow(x.Slice(4 * i, 4), new ValueTargets(targets.Slice(4 * i, 4)), Begins: i == 0)),
    ];

    // The learning rate is 0, so that the weights stay.
    private Trainer Stream()
    {
        StreamWindow[] windows = Windows;
        return new Trainer(model, new Sgd(0), (step, _) => windows[(int)step], new Xoshiro256(1));
    }

    private float[] Gradients() => [.. model.Parameters.SelectMany(parameter => parameter.Gradient.Values)];

    private string InFolder(string name) => Path.Combine(folder.FullName, name + ".safetensors");
}

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
            Tensor spoilt = windows[1].Inputs!.Copy();
            spoilt.Values[0] = float.NaN;
            return new StreamWindow(spoilt, windows[1].Targets, windows[1].Begins);
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
        StreamWindow twoStreams = new(new Tensor(4, 2, 2), new ValueTargets(new Tensor(4, 2, 1)), begins: true);
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
        Assert.Throws<ArgumentException>(() => both.Loss(Windows));
    }

    [Fact]
    public void The_loss_of_windows_carries_the_state_and_weighs_every_place_alike()
    {
        double whole = new ValueTargets(targets).Loss(model.Forward(x).Output).Value;
        StreamWindow[] uneven =
        [
            new(x.Slice(0, 5), new ValueTargets(targets.Slice(0, 5)), begins: true),
            new(x.Slice(5, 7), new ValueTargets(targets.Slice(5, 7)), begins: false),
        ];

        Assert.Equal(whole, model.Loss(Windows), 1e-12);
        Assert.Equal(whole, model.Loss(uneven), 1e-12);
        Assert.NotEqual(whole, model.Loss([.. uneven.Select(window => window with { Begins = true })]), 1e-6);
        Assert.Throws<ArgumentException>(() => model.Loss(new List<StreamWindow>()));
    }

    [Fact]
    public void A_model_of_symbols_learns_from_a_text_and_its_bits_are_those_of_the_whole_text()
    {
        Xoshiro256 random = new(1);
        Embedding embedding = new(3, 4, random);
        SequenceModel ofText = new(embedding, new Gru(4, 12, random), outputSize: 3, OutputAt.EveryStep, random);
        // 0 1 2 0 1 2 …: the next symbol is certain.
        int[] text = [.. Enumerable.Range(0, 1000).Select(t => t % 3)];
        double before = ofText.BitsPerSymbol(text);

        ofText.Fit(StreamWindow.Cut(text, streams: 4, length: 10), new Adam(.02), clipNorm: 1, random, steps: 100);

        Assert.InRange(before, 1, 3);
        Assert.InRange(ofText.BitsPerSymbol(text), 0, .1);
        StreamWindow whole = StreamWindow.Cut(text, streams: 1, length: 999)[0];
        LossValue nats = whole.Targets.Loss(ofText.Forward(whole.Symbols!).Output);
        Assert.Equal(nats.Value / Math.Log(2), ofText.BitsPerSymbol(text), 1e-9);
    }

    [Fact]
    public void The_state_of_a_text_goes_through_a_checkpoint()
    {
        int[] text = [.. Enumerable.Range(0, 100).Select(t => t * t % 3)];
        IReadOnlyList<StreamWindow> windows = StreamWindow.Cut(text, streams: 4, length: 6);
        Trainer OfText()
        {
            Xoshiro256 random = new(1);
            SequenceModel ofText = new(
                new Embedding(3, 4, random), new Gru(4, 5, random), outputSize: 3, OutputAt.EveryStep, random);
            return new Trainer(ofText, new Adam(.01), (step, _) => windows[(int)step], random);
        }

        Trainer trainer = OfText();
        trainer.Run(2);
        trainer.Save(InFolder("text"));
        Trainer resumed = OfText();
        resumed.Load(InFolder("text"));

        Assert.Equal(trainer.Run(2).Losses, resumed.Run(2).Losses);
    }

    [Fact]
    public void No_window_is_refused() => Assert.StartsWith(
        "There is no window",
        Assert.Throws<ArgumentException>(() => model.Fit([], new Sgd(0), clipNorm: null, draw.Random)).Message);

    private StreamWindow[] Windows =>
    [
        .. Enumerable.Range(0, 3).Select(i =>
            new StreamWindow(x.Slice(4 * i, 4), new ValueTargets(targets.Slice(4 * i, 4)), begins: i == 0)),
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

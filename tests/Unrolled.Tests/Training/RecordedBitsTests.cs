using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Unrolled.Tests.Layers;

namespace Unrolled.Tests.Training;

/// <summary>
/// Hashes of losses and weights that were recorded when every kind of model had a learner of its own, and layers and
/// cells had optimizers of their own. They hold the numbers in the chapters' outputs. What layers compute was recorded
/// with fused multiply-add.
/// </summary>
public sealed class RecordedBitsTests
{
    private readonly Xoshiro256 random = new(3);

    [Theory]
    [InlineData("sgd", "85EAEDC911AB0191")]
    [InlineData("momentum", "E52DBD4A030AF7A4")]
    [InlineData("rmsprop", "02F7BD5395FBC4BE")]
    [InlineData("adam", "585B558BF1192C45")]
    [InlineData("adamw", "FB5906ADE6456416")]
    public void Parameters_of_layers_are_changed_as_recorded(string name, string recorded)
    {
        Optimizer optimizer = Create(name);
        Xoshiro256 source = new(5);
        Parameter parameter = new("w", 7);
        for (int step = 0; step < 30; step++)
        {
            for (int i = 0; i < 7; i++)
                parameter.Gradient.Values[i] = (float)(2 * source.NextDouble() - 1);
            optimizer.Step(new ParameterList(parameter));
        }

        Assert.Equal(recorded, Hash(parameter.Value.Values));
    }

    [Theory]
    [InlineData("sgd", "BC5A0013E0175B53")]
    [InlineData("momentum", "1094A43516E06571")]
    [InlineData("rmsprop", "AA7777D8F39FC81E")]
    [InlineData("adam", "944703D3F9BCA823")]
    public void Parameters_of_cells_are_changed_as_recorded_after_clipping(string name, string recorded)
    {
        Optimizer optimizer = Create(name);
        Xoshiro256 source = new(5);
        var (values, gradients) = (Vector.Build.Dense(7), Vector.Build.Dense(7));
        ParameterSet valueSet = new() { { values, "w" } }, gradientSet = new() { { gradients, "w" } };
        for (int step = 0; step < 30; step++)
        {
            for (int i = 0; i < 7; i++)
                gradients[i] = 2 * source.NextDouble() - 1;
            GradientClipping.ByNorm(gradientSet, 1);
            optimizer.Step(valueSet, gradientSet);
        }

        Assert.Equal(recorded, Hash(values.ToArray()));
    }

    [FusedFact]
    public void A_task_of_classes_is_learned_as_recorded_batches_before_dropout()
    {
        TemporalOrderTask task = TemporalOrderTask.TwoMarks(20);
        Lstm layer = new(task.InputSize, 6, random, layers: 2, dropout: .2f);
        SequenceModel model = new(layer, task.OutputSize, OutputAt.LastStep, random);

        TrainingHistory history = model.Fit(task, new Adam(.01), steps: 20, batch: 8, clipNorm: 1, random);

        AssertRecorded("B5D6164B199D4669", "EA63615AD5638A6C", history, model.Parameters);
        Assert.Equal(.21875, model.Accuracy(task.Draw(64, random)));
    }

    [FusedFact]
    public void A_task_of_values_is_learned_as_recorded()
    {
        SequenceModel model = new(new Lstm(2, 6, random), 1, OutputAt.LastStep, random);

        TrainingHistory history = model.Fit(
            new AddingTask(10), new Adam(.01), steps: 20, batch: 8, clipNorm: 1, random);

        AssertRecorded("D286EDD0AB05BC65", "12D7BDD51B37D735", history, model.Parameters);
    }

    [FusedFact]
    public void A_task_of_pairs_is_learned_as_recorded()
    {
        SequenceCopyTask task = new(ReadingOrder.Forward, ReadingOrder.Reversed, new LengthRange(1, 3), 3);
        (Embedding source, Embedding target) = (Embedding.Zeros(3, 4), Embedding.Zeros(4, 4));
        Initialize.Uniform(source.Parameters, .5, random);
        Initialize.Uniform(target.Parameters, .5, random);
        (Gru encoder, Gru decoder) = (new(4, 6, random), new(4, 6, random));
        Seq2Seq model = new(source, encoder, target, decoder, 3, 3, random);

        TrainingHistory history = model.Fit(task, new Adam(.01), steps: 20, batch: 8, clipNorm: 1, random);

        AssertRecorded("A4464C171AEAA507", "9BF77B81B8D54DB8", history, model.Parameters);
    }

    [FusedFact]
    public void Windows_of_streams_are_learned_as_recorded()
    {
        SequenceModel model = new(new Lstm(7, 6, random), 7, OutputAt.EveryStep, random);
        IReadOnlyList<StreamWindow> windows = StreamWindow.Cut(new ContinualReberTask(160).Draw(4, random), 8);

        TrainingHistory history = model.Fit(windows, new Adam(.01), clipNorm: 1, random);

        AssertRecorded("06FB9A2F626D2ABB", "33ACF835F5B9F174", history, model.Parameters);
    }

    [FusedFact]
    public void Examples_are_drawn_from_a_list_and_learned_as_recorded()
    {
        TemporalOrderTask task = TemporalOrderTask.TwoMarks(20);
        ClassExample[] examples = task.Draw(30, random);
        SequenceModel model = new(new Rnn(task.InputSize, 6, random), task.OutputSize, OutputAt.LastStep, random);

        TrainingHistory history = model.Fit(examples, new Adam(.01), steps: 20, batch: 8, clipNorm: 1, random);

        AssertRecorded("1F294071B1F293E8", "9483C507810B597E", history, model.Parameters);
    }

    [Fact]
    public void A_cell_learns_through_time_as_recorded()
    {
        CellWithOutput network = new(RnnCell.Zeros(1, 4), OutputLayer.Zeros(4, 1, OutputActivation.Logistic));
        Initialize.Uniform(network.Parameters, .5, random);
        (IReadOnlyList<Vector>, IReadOnlyList<Vector?>) Recall(int step)
        {
            Vector[] bits = Sequence.OfScalars(Enumerable.Range(0, 10).Select(_ => (double)random.Next(2)));
            return (bits, [.. bits.Select((_, t) => t < 2 ? null : bits[t - 2])]);
        }

        TrainingHistory history = network.Fit(Recall, new BinaryCrossEntropy(), new Adam(.01), steps: 20, clipNorm: 1);

        Assert.Equal("5685CDC22FFCACEE", Hash(history.Losses.ToArray()));
        Assert.Equal("C21EF9012F1DCA59", Hash(network.Parameters.SelectMany(parameter => parameter.Values).ToArray()));
    }

    private static Optimizer Create(string name) => name switch
    {
        "sgd" => new Sgd(.05),
        "momentum" => new Sgd(.05, .9),
        "rmsprop" => new RmsProp(.01),
        "adam" => new Adam(.01),
        _ => new AdamW(.01, .1),
    };

    private static void AssertRecorded(string losses, string weights, TrainingHistory history, ParameterList parameters)
    {
        Assert.Equal(losses, Hash(history.Losses.ToArray()));
        Assert.Equal(weights, Hash(parameters.SelectMany(parameter => parameter.Value.Values).ToArray()));
    }

    private static string Hash<T>(T[] values)
        where T : unmanaged => Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes<T>(values)))[..16];
}

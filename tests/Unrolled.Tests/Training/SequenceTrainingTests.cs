using Unrolled.Tests.Layers;

namespace Unrolled.Tests.Training;

public sealed class SequenceTrainingTests
{
    private readonly LayerDraw draw = new(1);
    private readonly SequenceModel model;

    public SequenceTrainingTests()
    {
        model = new SequenceModel(Gru.Zeros(2, 4, layers: 2, dropout: .5f), Dense.Zeros(4, 3), OutputAt.LastStep);
        draw.Fill(model.Parameters);
    }

    [Fact]
    public void Accuracy_is_that_of_the_models_outputs_at_each_sequences_own_length_without_dropout()
    {
        Tensor x = draw.Tensor(5, 6, 2);
        int[] lengths = [5, 1, 3, 2, 5, 4];
        int[] said = [.. Enumerable.Range(0, 6).Select(b => Said(model.Forward(x, lengths: lengths).Output.At(b)))];
        int[] halfRight = [.. said.Select((one, b) => b % 2 == 0 ? one : (one + 1) % 3)];

        Assert.Equal(.5, model.Accuracy(new SequenceBatch(x, new ClassTargets(halfRight), lengths)));
    }

    [Fact]
    public void Answers_are_the_models_classes_and_match_themselves()
    {
        Tensor x = draw.Tensor(5, 6, 2);
        int[] lengths = [5, 1, 3, 2, 5, 4];
        int[] said = [.. Enumerable.Range(0, 6).Select(b => Said(model.Forward(x, lengths: lengths).Output.At(b)))];
        SequenceBatch batch = new(x, new ClassTargets(said), lengths);

        Assert.Equal(said, model.Answers(batch).Select(Assert.Single));
        Assert.Equal(1, model.ExactMatch(batch));
    }

    [Fact]
    public void Classes_of_a_batch_of_values_are_refused()
    {
        SequenceBatch batch = new(draw.Tensor(5, 6, 2), new ValueTargets(draw.Tensor(6, 3)));

        Assert.Contains("ValueTargets", Assert.Throws<ArgumentException>(() => model.Accuracy(batch)).Message);
        Assert.Contains("ValueTargets", Assert.Throws<ArgumentException>(() => model.Answers(batch)).Message);
    }

    [Fact]
    public void Examples_are_evaluated_as_the_batch_that_the_model_makes_of_them()
    {
        ClassExample[] examples =
        [
            ClassExample.AtLastStep([[1, 2], [3, 4]], 1),
            ClassExample.AtLastStep([[5, 6]], 0),
            ClassExample.AtLastStep([[0, 1]], 2),
        ];
        SequenceBatch batch = SequenceBatch.Of(examples, OutputAt.LastStep);

        Assert.Equal(batch.Inputs!.Values, model.Batch(examples).Inputs!.Values);
        Assert.Equal(batch.Targets.Loss(model.Forward(batch).Output).Value, model.Loss(examples));
        Assert.Equal(model.Accuracy(batch), model.Accuracy(examples));
        Assert.Equal(model.ExactMatch(batch), model.ExactMatch(examples));
        Assert.Equal(model.Answers(batch), model.Answers(examples));
    }

    [Fact]
    public void A_batch_made_for_another_place_of_output_is_refused_with_the_place_that_the_model_has()
    {
        ValueExample[] examples = [ValueExample.AtEveryStep([[1, 2], [3, 4]], [[1, 2, 3], [4, 5, 6]])];
        SequenceBatch wrong = SequenceBatch.Of(examples, OutputAt.EveryStep);

        string loss = Assert.Throws<ArgumentException>(() => model.Loss(wrong)).Message;
        string fit = Assert.Throws<ArgumentException>(
            () => model.Fit((_, _) => wrong, new Sgd(.1), steps: 1, clipNorm: null, draw.Random)).Message;

        Assert.StartsWith(
            "The targets are not for outputs of shape [1, 3], which this model has at OutputAt.LastStep", loss);
        Assert.Equal(loss, fit);
    }

    [Fact]
    public void A_batch_of_symbols_needs_an_embedding_and_a_batch_of_vectors_needs_none()
    {
        SequenceModel ofSymbols = new(Embedding.Zeros(4, 2), Rnn.Zeros(2, 3), Dense.Zeros(3, 2), OutputAt.EveryStep);
        SequenceBatch symbols = SequenceBatch.OfSymbols([[1, 2]], [[0, 1]]);
        SequenceBatch vectors = new(new Tensor(2, 1, 2), new ClassTargets([0, 1]));

        Assert.StartsWith(
            "symbols were given; this model has no embedding",
            Assert.Throws<ArgumentException>(() => model.Loss(symbols)).Message);
        Assert.StartsWith(
            "x is a tensor; this model has an embedding",
            Assert.Throws<ArgumentException>(() => ofSymbols.Loss(vectors)).Message);
    }

    [Fact]
    public void What_is_learned_from_symbols_lowers_the_loss_that_is_evaluated()
    {
        // The class of a symbol is the symbol before it, 0 at the beginning.
        int[][] sequences = [[1, 2, 0, 1], [2, 2], [0, 1, 2]];
        SequenceBatch batch = SequenceBatch.OfSymbols(
            sequences, [.. sequences.Select(one => (int[])[0, .. one[..^1]])]);
        Xoshiro256 random = new(1);
        Embedding embedding = new(3, 4, random);
        Rnn layer = new(4, 8, random);
        SequenceModel ofSymbols = new(embedding, layer, 3, OutputAt.EveryStep, random);
        double before = ofSymbols.Loss(batch);

        double first = ofSymbols.Fit((_, _) => batch, new Adam(.02), steps: 300, clipNorm: null, random).Losses[0];

        Assert.Equal(before, first);
        Assert.InRange(ofSymbols.Loss(batch), 0, .05);
    }

    [Fact]
    public void A_task_is_learned_until_it_is_solved()
    {
        AddingTask task = new(4);
        Xoshiro256 random = new(1);
        SequenceModel adder = new(new Lstm(2, 8, random), 1, OutputAt.LastStep, random);
        ValueExample[] test = task.Draw(100, new Xoshiro256(2));

        TrainingOutcome outcome = adder.FitUntil(
            task,
            new Adam(.01),
            () => adder.Loss(test) < .02,
            checkEvery: 25,
            atMost: 2000,
            batch: 16,
            clipNorm: 1,
            random);

        Assert.True(outcome.Solved);
        Assert.True(adder.Loss(test) < .02);
        Assert.Equal(0, outcome.Steps % 25);
        Assert.Equal(outcome.Steps, outcome.History.Losses.Count);
    }

    [Fact]
    public void Sizes_of_batches_and_empty_lists_are_refused_by_name()
    {
        ClassExample[] none = [];
        Assert.StartsWith("batch is 0; expected at least 1.", Assert.Throws<ArgumentOutOfRangeException>(
            () => model.Fit(new AddingTask(4), new Sgd(.1), steps: 1, batch: 0, clipNorm: null, draw.Random)).Message);
        Assert.StartsWith("There is no example", Assert.Throws<ArgumentException>(
            () => model.Fit(none, new Sgd(.1), steps: 1, batch: 1, clipNorm: null, draw.Random)).Message);
    }

    private static int Said(Span<float> logits)
    {
        float largest = float.NegativeInfinity;
        foreach (float logit in logits)
            largest = Math.Max(largest, logit);
        return logits.IndexOf(largest);
    }
}

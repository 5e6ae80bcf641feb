using Unrolled.Tests.Layers;

namespace Unrolled.Tests.Training;

public sealed class SequenceLearnerTests
{
    private readonly LayerDraw draw = new(1);
    private readonly SequenceModel model;
    private readonly SequenceLearner learner;

    public SequenceLearnerTests()
    {
        model = new SequenceModel(new Gru(2, 4, layers: 2, dropout: .5f), new Dense(4, 3), OutputAt.LastStep);
        draw.Fill(model.Parameters);
        learner = new SequenceLearner(model);
    }

    [Fact]
    public void Accuracy_is_that_of_the_models_outputs_at_each_sequences_own_length_without_dropout()
    {
        Tensor x = draw.Tensor(5, 6, 2);
        int[] lengths = [5, 1, 3, 2, 5, 4];
        int[] said = [.. Enumerable.Range(0, 6).Select(b => Said(model.Forward(x, lengths: lengths).Output.At(b)))];
        int[] halfRight = [.. said.Select((one, b) => b % 2 == 0 ? one : (one + 1) % 3)];

        Assert.Equal(.5, learner.Accuracy(new SequenceBatch(x, new ClassTargets(halfRight), lengths)));
    }

    [Fact]
    public void Answers_are_the_models_classes_and_match_themselves()
    {
        Tensor x = draw.Tensor(5, 6, 2);
        int[] lengths = [5, 1, 3, 2, 5, 4];
        int[] said = [.. Enumerable.Range(0, 6).Select(b => Said(model.Forward(x, lengths: lengths).Output.At(b)))];
        SequenceBatch batch = new(x, new ClassTargets(said), lengths);

        Assert.Equal(said, learner.Answers(batch).Select(Assert.Single));
        Assert.Equal(1, learner.ExactMatch(batch));
    }

    [Fact]
    public void Classes_of_a_batch_of_values_are_refused()
    {
        SequenceBatch batch = new(draw.Tensor(5, 6, 2), new ValueTargets(draw.Tensor(6, 3)));

        Assert.Contains("ValueTargets", Assert.Throws<ArgumentException>(() => learner.Accuracy(batch)).Message);
        Assert.Contains("ValueTargets", Assert.Throws<ArgumentException>(() => learner.Answers(batch)).Message);
    }

    private static int Said(Span<float> logits)
    {
        float largest = float.NegativeInfinity;
        foreach (float logit in logits)
            largest = Math.Max(largest, logit);
        return logits.IndexOf(largest);
    }
}

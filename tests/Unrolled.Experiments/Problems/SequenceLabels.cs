
namespace Unrolled.Experiments.Problems;

/// <summary>
/// Recorded sequences of any lengths with one class each, in a part to learn from and one to be scored on.
/// </summary>
/// <param name="train">The part to learn from; batches are drawn from it with replacement.</param>
/// <param name="test">The part to be scored on.</param>
/// <param name="classes">The number of classes.</param>
internal sealed class SequenceLabels(
    IReadOnlyList<LabelledSequence> train, IReadOnlyList<LabelledSequence> test, int classes) : SequenceProblem
{
    internal override int InputSize => train[0].Frames[0].Length;

    internal override int OutputSize => classes;

    internal override OutputAt OutputAt => OutputAt.LastStep;

    public override Score Score => Score.Accuracy;

    public override IReadOnlyList<Trivial> Baselines =>
    [
        new Trivial("any class", 1.0 / classes),
        new Trivial(
            "the class that is most frequent in training",
            test.Count(one => one.Label == MostFrequent()) / (double)test.Count),
    ];

    internal override SequenceBatch NextBatch(Random random) =>
        Batch([.. Enumerable.Range(0, Protocol.BatchSize).Select(_ => train[random.Next(train.Count)])]);

    internal override double Measure(Func<SequenceBatch, Tensor> output, Random random)
    {
        SequenceBatch batch = Batch(test);
        return ((ClassTargets)batch.Targets).Accuracy(output(batch));
    }

    private static SequenceBatch Batch(IReadOnlyList<LabelledSequence> sequences) =>
        SequenceBatch.Of(
            [.. sequences.Select(sequence => sequence.Frames)], [.. sequences.Select(sequence => sequence.Label)]);

    private int MostFrequent() => train.GroupBy(one => one.Label)
        .OrderByDescending(group => group.Count()).ThenBy(group => group.Key).First().Key;
}


namespace Unrolled.Experiments.Problems;

/// <summary>
/// A generated task with classes and one length, scored on fresh sequences by what its baseline measures.
/// </summary>
/// <param name="task">The task.</param>
/// <param name="outputAt">The target steps.</param>
internal sealed class GeneratedClasses(ITask<ClassExample> task, OutputAt outputAt) : SequenceProblem
{
    public override Score Score => task.Baseline.Measure == ScoreMeasure.Accuracy
        ? Score.SolvedAccuracy
        : new Score("cross-entropy in nats", MoreIsBetter: false);

    public override IReadOnlyList<Trivial> Baselines => [new Trivial(task.Baseline.Answer, task.Baseline.Value)];

    internal override int InputSize => task.InputSize;

    internal override int OutputSize => task.OutputSize;

    internal override OutputAt OutputAt => outputAt;

    internal override SequenceBatch NextBatch(Random random) => Draw(Protocol.BatchSize, random);

    internal override double Measure(Func<SequenceBatch, Tensor> output, Random random)
    {
        SequenceBatch batch = Draw(Protocol.FreshSequences, random);
        return Score == Score.SolvedAccuracy
            ? ((ClassTargets)batch.Targets).Accuracy(output(batch))
            : batch.Targets.Loss(output(batch)).Value;
    }

    private SequenceBatch Draw(int count, Random random) => SequenceBatch.Of(task.Draw(count, random), outputAt);
}

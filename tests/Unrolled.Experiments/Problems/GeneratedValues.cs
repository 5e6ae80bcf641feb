
namespace Unrolled.Experiments.Problems;

/// <summary>A generated task of one length that asks for one value at its last step.</summary>
/// <param name="task">The task.</param>
/// <param name="solvedAt">The mean squared error at which it counts as solved.</param>
internal sealed class GeneratedValues(ITask<ValueExample> task, double solvedAt) : SequenceProblem
{
    public override Score Score { get; } = new("mean squared error", MoreIsBetter: false, solvedAt);

    public override IReadOnlyList<Trivial> Baselines => [new Trivial(task.Baseline.Answer, task.Baseline.Value)];

    internal override int InputSize => task.InputSize;

    internal override int OutputSize => task.OutputSize;

    internal override OutputAt OutputAt => OutputAt.LastStep;

    internal override SequenceBatch NextBatch(Random random) => Draw(Protocol.BatchSize, random);

    internal override double Measure(Func<SequenceBatch, Tensor> output, Random random)
    {
        SequenceBatch batch = Draw(Protocol.FreshSequences, random);
        return batch.Targets.Loss(output(batch)).Value;
    }

    private SequenceBatch Draw(int count, Random random) => SequenceBatch.Of(task.Draw(count, random), OutputAt);
}

using MathNet.Numerics.Random;
using Unrolled.Layers;
using Unrolled.Tasks.Foundations;
using Unrolled.Training.Batches;

namespace Unrolled.Experiments.Problems;

/// <summary>A generated task of one length that asks for one value at its last step.</summary>
/// <param name="task">The task.</param>
/// <param name="solvedAt">The mean squared error at which it counts as solved.</param>
internal sealed class GeneratedValues(ITask<ValueExample> task, double solvedAt) : IProblem
{
    public int InputSize => task.InputSize;

    public int OutputSize => task.OutputSize;

    public ReadAt ReadAt => ReadAt.LastStep;

    public Score Score { get; } = new("mean squared error", MoreIsBetter: false, solvedAt);

    public IReadOnlyList<Trivial> Baselines => [new Trivial(task.Baseline.Answer, task.Baseline.Value)];

    public SequenceBatch NextBatch(RandomSource random) => Draw(Protocol.BatchSize, random);

    public double Measure(SequenceModel model, RandomSource random)
    {
        SequenceBatch batch = Draw(Protocol.FreshSequences, random);
        return batch.Targets.Loss(model.Forward(batch.Inputs).Output).Value;
    }

    private SequenceBatch Draw(int count, RandomSource random) => SequenceBatch.Of(task.Draw(count, random), ReadAt);
}

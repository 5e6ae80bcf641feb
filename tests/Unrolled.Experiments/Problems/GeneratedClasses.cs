using MathNet.Numerics.Random;
using Unrolled.Layers;
using Unrolled.Tasks.Foundations;
using Unrolled.Training.Batches;

namespace Unrolled.Experiments.Problems;

/// <summary>A generated task with classes and one length, scored on fresh sequences by what its baseline measures.</summary>
/// <param name="task">The task.</param>
/// <param name="readAt">Where it asks.</param>
internal sealed class GeneratedClasses(ITask<ClassExample> task, ReadAt readAt) : IProblem
{
    public int InputSize => task.InputSize;

    public int OutputSize => task.OutputSize;

    public ReadAt ReadAt => readAt;

    public Score Score => task.Baseline.Measure == Tasks.Foundations.Measure.Accuracy
        ? Score.SolvedAccuracy
        : new Score("cross-entropy in nats", MoreIsBetter: false);

    public IReadOnlyList<Trivial> Baselines => [new Trivial(task.Baseline.Answer, task.Baseline.Value)];

    public SequenceBatch NextBatch(RandomSource random) => Draw(Protocol.BatchSize, random);

    public double Measure(SequenceModel model, RandomSource random)
    {
        SequenceBatch batch = Draw(Protocol.FreshSequences, random);
        Tensor output = model.Forward(batch.Inputs).Output;
        return Score == Score.SolvedAccuracy ? ((ClassTargets)batch.Targets).Accuracy(output) : batch.Targets.Loss(output).Value;
    }

    private SequenceBatch Draw(int count, RandomSource random) => SequenceBatch.Of(task.Draw(count, random), readAt);
}

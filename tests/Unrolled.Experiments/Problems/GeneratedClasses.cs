using MathNet.Numerics.Random;
using Unrolled.Layers;
using Unrolled.Tasks.Foundations;
using Unrolled.Training;

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

    public SequenceBatch<Targets> NextBatch(RandomSource random) => Draw(Batches.Size, random);

    public double Measure(SequenceModel model, RandomSource random)
    {
        SequenceBatch<Targets> batch = Draw(Batches.Fresh, random);
        Tensor output = model.Forward(batch.Inputs).Output;
        return Score == Score.SolvedAccuracy ? ((ClassTargets)batch.Targets).Accuracy(output) : batch.Targets.Loss(output).Value;
    }

    private SequenceBatch<Targets> Draw(int count, RandomSource random)
    {
        ClassExample[] examples = task.Draw(count, random);
        return new SequenceBatch<Targets>(
            Batches.Inputs([.. examples.Select(example => example.Inputs)]),
            readAt == ReadAt.LastStep ? new ClassTargets([.. examples.Select(example => example.Targets[^1])]) : EveryStep(examples));
    }

    private static ClassTargets EveryStep(ClassExample[] examples)
    {
        int time = examples[0].Length;
        int[] classes = new int[time * examples.Length];
        Tensor mask = new(time, examples.Length);
        for (int place = 0; place < classes.Length; place++)
        {
            (int t, int b) = Math.DivRem(place, examples.Length);
            classes[place] = examples[b].Targets[t];
            mask.Values[place] = examples[b].Mask[t] ? 1 : 0;
        }

        return new ClassTargets(classes, mask);
    }
}

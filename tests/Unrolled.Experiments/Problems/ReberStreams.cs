using MathNet.Numerics.Random;
using Unrolled.Layers;
using Unrolled.Tasks;
using Unrolled.Tasks.Foundations;
using Unrolled.Tasks.Grammars;
using Unrolled.Training;

namespace Unrolled.Experiments.Problems;

/// <summary>
/// The continual embedded Reber grammar: learned from short streams, scored on long ones without a reset, at the steps
/// where the T or P of a string's beginning has to be said again.
/// </summary>
internal sealed class ReberStreams : IProblem
{
    private const int FreshStreams = 16;
    private static readonly ContinualReber Short = new(100);
    private static readonly ContinualReber Long = new(2000);

    public int InputSize => Short.InputSize;

    public int OutputSize => Short.OutputSize;

    public ReadAt ReadAt => ReadAt.EveryStep;

    public Score Score => Score.SolvedAccuracy;

    public IReadOnlyList<Trivial> Baselines => [new Trivial("T or P", .5)];

    public SequenceBatch<Targets> NextBatch(RandomSource random) => Batch(Short.Draw(Batches.Size, random), _ => null);

    public double Measure(SequenceModel model, RandomSource random)
    {
        SequenceBatch<Targets> batch = Batch(Long.Draw(FreshStreams, random), example => [.. ReberGrammar.RecallSteps(ReberGrammar.TextOf(example))]);
        return ((ClassTargets)batch.Targets).Accuracy(model.Forward(batch.Inputs).Output);
    }

    private static SequenceBatch<Targets> Batch(ClassExample[] streams, Func<ClassExample, HashSet<int>?> askedSteps)
    {
        int time = streams[0].Length;
        int[] classes = new int[time * streams.Length];
        Tensor mask = new(time, streams.Length);
        for (int b = 0; b < streams.Length; b++)
        {
            HashSet<int>? asked = askedSteps(streams[b]);
            for (int t = 0; t < time; t++)
            {
                classes[t * streams.Length + b] = streams[b].Targets[t];
                mask[t, b] = asked?.Contains(t) ?? true ? 1 : 0;
            }
        }

        return new SequenceBatch<Targets>(Batches.Inputs([.. streams.Select(stream => stream.Inputs)]), new ClassTargets(classes, mask));
    }
}

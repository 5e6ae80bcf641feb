using MathNet.Numerics.Random;
using Unrolled.Layers;
using Unrolled.Tasks;
using Unrolled.Tasks.Foundations;
using Unrolled.Tasks.Grammars;
using Unrolled.Training.Batches;

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

    public SequenceBatch NextBatch(RandomSource random) => SequenceBatch.Of(Short.Draw(Protocol.BatchSize, random), ReadAt);

    public double Measure(SequenceModel model, RandomSource random)
    {
        SequenceBatch batch = SequenceBatch.Of([.. Long.Draw(FreshStreams, random).Select(OnlyRecall)], ReadAt);
        return ((ClassTargets)batch.Targets).Accuracy(model.Forward(batch.Inputs).Output);
    }

    private static ClassExample OnlyRecall(ClassExample stream)
    {
        HashSet<int> asked = [.. ReberGrammar.RecallSteps(ReberGrammar.TextOf(stream))];
        return ClassExample.Where(stream.Inputs, t => asked.Contains(t) ? stream.Targets[t] : null);
    }
}

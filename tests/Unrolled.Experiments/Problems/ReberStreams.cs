using Unrolled.Experiments.Rows;
using Unrolled.Experiments.Trials;

namespace Unrolled.Experiments.Problems;

/// <summary>
/// The continual embedded Reber grammar (Gers, Schmidhuber and Cummins 2000): learned from streams that run on from
/// window to window and are never reset, scored on fresh ones at the steps whose target is the T or P of a string's
/// beginning. A row can be trained with resets instead.
/// </summary>
internal sealed class ReberStreams : IProblem
{
    private const int StreamsTogether = 8;
    private const int Window = 64;
    private const int ResetWindow = 100;
    private const int FreshStreams = 4;
    private static readonly ContinualReberTask Fresh = new(4000);

    public Score Score => Score.SolvedAccuracy;

    public IReadOnlyList<Trivial> Baselines => [new Trivial("T or P", .5)];

    public ITrial Begin(Row row, Xoshiro256 random)
    {
        SequenceModel model = new(
            row.CreateLayer(Fresh.InputSize, random), Fresh.OutputSize, OutputAt.EveryStep, random);
        Trainer trainer =
            new(model, new Adam(row.LearningRate), Windows(row, random), random) { ClipNorm = Protocol.ClipNorm };
        return new Trial(trainer, fresh => Measure(model, fresh));
    }

    private static Func<long, Random, StreamWindow> Windows(Row row, Random random)
    {
        if (row.Resets)
            return (_, source) => StreamWindow.Cut(
                new ContinualReberTask(ResetWindow).Draw(StreamsTogether, source), ResetWindow)[0];
        // One stream from the first window to the last, since a grammar cannot be left and entered in the middle.
        IReadOnlyList<StreamWindow> windows = StreamWindow.Cut(
            new ContinualReberTask(Window * row.Steps).Draw(StreamsTogether, random), Window);
        return (step, _) => windows[(int)step];
    }

    private static Measurement Measure(SequenceModel model, Random random)
    {
        SequenceBatch batch = model.Batch([.. Fresh.Draw(FreshStreams, random).Select(OnlyRecall)]);
        SequencePass pass = model.Forward(batch);
        double accuracy = ((ClassTargets)batch.Targets).Accuracy(pass.Output);
        return pass.Recurrent.Final.Cell is { } cell
            ? new Measurement(accuracy, new Aside("|c| at the end", Norm(cell)))
            : new Measurement(accuracy);
    }

    private static ClassExample OnlyRecall(ClassExample stream)
    {
        HashSet<int> asked = [.. ReberGrammar.RecallSteps(ReberGrammar.TextOf(stream))];
        return ClassExample.Where(stream.Inputs, t => asked.Contains(t) ? stream.Targets[t] : null);
    }

    // The mean over the streams.
    private static double Norm(Tensor cell) => cell.Values
        .Chunk(cell.Count / FreshStreams).Average(stream => Math.Sqrt(stream.Sum(value => (double)value * value)));
}

namespace Unrolled.Tests.Layers;

/// <summary>
/// Writes how many bytes a hundred steps of a training run allocate once it is steady, on all threads: forward, loss,
/// backward, clipping and optimiser; see <see cref="TestProcess"/>.
/// </summary>
internal static class AllocationProcess
{
    private const int WarmUp = 100;
    private const int Steps = 100;

    internal static int Run(int threads)
    {
        Threads.Count = threads;
        foreach (OutputAt outputAt in Enum.GetValues<OutputAt>())
            Console.WriteLine($"{outputAt}: {AllocatedBytes(outputAt)}");
        return 0;
    }

    private static long AllocatedBytes(OutputAt outputAt)
    {
        LayerDraw draw = new(1);
        Lstm layer = new(8, 32, draw.Random, layers: 2, dropout: .1f);
        SequenceModel model = new(layer, outputSize: 3, outputAt, draw.Random);
        SequenceBatch batch = outputAt == OutputAt.EveryStep
            ? new(draw.Tensor(20, 32, 8), new ValueTargets(draw.Tensor(20, 32, 3)))
            : new(draw.Tensor(20, 32, 8), new ClassTargets([.. Enumerable.Range(0, 32).Select(b => b % 3)]));
        long before = 0, after = 0;
        SequenceBatch Next(long step)
        {
            if (step == WarmUp)
                before = GC.GetTotalAllocatedBytes(precise: true);
            if (step == WarmUp + Steps)
                after = GC.GetTotalAllocatedBytes(precise: true);
            return batch;
        }

        Trainer trainer =
            new(model, new Adam(.001), (step, _) => Next(step), draw.Random) { ClipNorm = 1, ClipValue = 1 };
        trainer.Run(WarmUp + Steps + 1);
        return after - before;
    }
}

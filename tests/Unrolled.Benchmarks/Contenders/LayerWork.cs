using Unrolled.Benchmarks.Workloads;

namespace Unrolled.Benchmarks.Contenders;

/// <summary>A work of this library's layers, ready to be run again and again.</summary>
internal static class LayerWork
{
    internal static Action Prepare(Work work, CellKind cell, Workload workload, int streamingSteps)
    {
        Xoshiro256 random = new(1);
        RecurrentLayer layer = Create(cell, workload, random);
        Tensor x = Random(random, workload.Time, workload.Batch, workload.Input);
        return work switch
        {
            Work.TrainingStep => TrainingStep(layer, x, Random(random, workload.Time, workload.Batch, workload.Hidden)),
            Work.Inference => Inference(layer, x),
            _ => StreamingSteps(layer, x.Reshaped(workload.Batch, workload.Input), streamingSteps),
        };
    }

    private static RecurrentLayer Create(CellKind cell, Workload workload, Random random) => cell switch
    {
        CellKind.Rnn => new Rnn(workload.Input, workload.Hidden, random),
        CellKind.Lstm => new Lstm(workload.Input, workload.Hidden, random),
        _ => new Gru(workload.Input, workload.Hidden, random),
    };

    private static Action TrainingStep(RecurrentLayer layer, Tensor x, Tensor dy)
    {
        RecurrentPass? pass = null;
        return () =>
        {
            layer.Parameters.ClearGradients();
            pass = layer.Forward(x, reuse: pass);
            layer.Backward(pass, dy);
        };
    }

    private static Action Inference(RecurrentLayer layer, Tensor x)
    {
        RecurrentPass? pass = null;
        return () => pass = layer.Infer(x, reuse: pass);
    }

    private static Action StreamingSteps(RecurrentLayer layer, Tensor x, int count)
    {
        RecurrentStream stream = layer.OpenStream(x.Shape[0]);
        return () =>
        {
            for (int step = 0; step < count; step++)
                stream.Step(x);
        };
    }

    private static Tensor Random(Xoshiro256 random, params ReadOnlySpan<int> shape)
    {
        Tensor tensor = new(shape);
        for (int i = 0; i < tensor.Count; i++)
            tensor.Values[i] = (float)(2 * random.NextDouble() - 1);
        return tensor;
    }
}

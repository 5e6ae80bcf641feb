using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Unrolled.Tests.Layers;

/// <summary>
/// Trains a model of every kind and generates from one, with a number of threads and on vectors of a width, and writes
/// a hash of all weights and samples; see <see cref="TestProcess"/>.
/// </summary>
internal static class BitsProcess
{
    // Enough work for two threads, in sizes that fill neither tiles nor lanes.
    private const int Time = 20;
    private const int Batch = 35;
    private const int Features = 7;
    private const int Hidden = 40;
    private const int Classes = 5;

    internal static int Run(int threads, int lanes)
    {
        if (!Vectors.AreOf(lanes))
            return Vectors.Unexpected;
        Threads.Count = threads;
        foreach (string kind in LayerDraw.Kinds.Keys)
            Console.WriteLine($"{kind}: {Hash(TrainedWeights(kind))}");
        Console.WriteLine($"samples: {Hash(Samples())}");
        return 0;
    }

    private static float[] TrainedWeights(string kind)
    {
        LayerDraw draw = new(1);
        RecurrentLayer layer = LayerDraw.Kinds[kind](Features, Hidden, 2, true, .2f);
        draw.Fill(layer.Parameters, bound: 1 / MathF.Sqrt(Hidden));
        SequenceModel model = new(layer, Classes, OutputAt.EveryStep, draw.Random);
        int[] lengths = [.. Enumerable.Range(0, Batch).Select(b => b % 3 == 0 ? Time - b % Time : Time)];
        SequenceBatch batch = new(
            draw.Tensor(Time, Batch, Features),
            new ClassTargets([.. Enumerable.Range(0, Time * Batch).Select(i => i % Classes)]),
            lengths);
        Trainer trainer = new(model, new Adam(.01), (_, _) => batch, draw.Random) { ClipNorm = 1 };
        trainer.Run(3);
        return [.. model.Parameters.SelectMany(parameter => parameter.Value.Values)];
    }

    private static float[] Samples()
    {
        LayerDraw draw = new(2);
        RecurrentLayer layer = draw.Layer("lstm", Classes, Hidden);
        Dense head = Dense.Zeros(Hidden, Classes);
        draw.Fill(head.Parameters, bound: 3);
        RecurrentStream stream = layer.OpenStream();
        Tensor x = new(1, Classes);
        List<float> samples = [];
        for (int step = 0; step < 200; step++)
        {
            int drawn = Draw(head.Forward(stream.Step(x)).Values, draw.Random);
            x.Clear();
            x.Values[drawn] = 1;
            samples.Add(drawn);
        }

        return [.. samples];
    }

    private static int Draw(float[] logits, Random random)
    {
        double[] weights = [.. logits.Select(logit => Math.Exp(logit))];
        double left = random.NextDouble() * weights.Sum();
        int drawn = 0;
        while (drawn < weights.Length - 1 && (left -= weights[drawn]) > 0)
            drawn++;
        return drawn;
    }

    private static string Hash(float[] values) =>
        Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes<float>(values)));
}

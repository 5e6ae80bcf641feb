using BenchmarkDotNet.Attributes;
using Unrolled.Layers.Kernels;

namespace Unrolled.Benchmarks.Kernels;

/// <summary>The squashing functions, over as many numbers as one step of W2's LSTM has net inputs.</summary>
public class SquashBenchmarks
{
    private const int Count = 32 * 512;

    private readonly float[] source = Filled.Array(Count);
    private readonly float[] target = new float[Count];

    /// <summary>σ.</summary>
    [Benchmark]
    public void Sigmoid()
    {
        for (int i = 0; i < Count; i++)
            target[i] = Squash.Sigmoid(source[i]);
    }

    /// <summary>tanh.</summary>
    [Benchmark]
    public void Tanh()
    {
        for (int i = 0; i < Count; i++)
            target[i] = Squash.Tanh(source[i]);
    }
}

using System.Runtime.Intrinsics;
using BenchmarkDotNet.Attributes;

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
        for (nuint i = 0; i < Count; i += Lanes.Count)
            Activations.Sigmoid(Vector512.LoadUnsafe(ref source[0], i)).StoreUnsafe(ref target[0], i);
    }

    /// <summary>tanh.</summary>
    [Benchmark]
    public void Tanh()
    {
        for (nuint i = 0; i < Count; i += Lanes.Count)
            Activations.Tanh(Vector512.LoadUnsafe(ref source[0], i)).StoreUnsafe(ref target[0], i);
    }
}

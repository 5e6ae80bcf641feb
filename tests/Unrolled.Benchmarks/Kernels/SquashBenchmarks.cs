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
    public void Sigmoid() => Processor.Run(new SigmoidKernel(source, target));

    /// <summary>tanh.</summary>
    [Benchmark]
    public void Tanh() => Processor.Run(new TanhKernel(source, target));

    private readonly ref struct SigmoidKernel(float[] source, float[] target) : IKernel
    {
        public void Run<TLanes>()
            where TLanes : struct, ILanes<TLanes>
        {
            LaneRow<TLanes> a = new(ref source[0]), y = new(ref target[0]);
            for (nint i = 0; i < Count; i += TLanes.Count)
                y[i] = Activations.Sigmoid(a[i]);
        }
    }

    private readonly ref struct TanhKernel(float[] source, float[] target) : IKernel
    {
        public void Run<TLanes>()
            where TLanes : struct, ILanes<TLanes>
        {
            LaneRow<TLanes> a = new(ref source[0]), y = new(ref target[0]);
            for (nint i = 0; i < Count; i += TLanes.Count)
                y[i] = Activations.Tanh(a[i]);
        }
    }
}

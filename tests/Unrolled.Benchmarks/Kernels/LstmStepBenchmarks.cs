using BenchmarkDotNet.Attributes;
using Unrolled.Layers.Kernels;

namespace Unrolled.Benchmarks.Kernels;

/// <summary>The elementwise part of an LSTM's step, for one sequence of W2.</summary>
public class LstmStepBenchmarks
{
    private const int Hidden = 128;

    private readonly float[] net = Filled.Array(4 * Hidden);
    private readonly float[] gates = Filled.Array(4 * Hidden);
    private readonly float[] c_prev = Filled.Array(Hidden);
    private readonly float[] c = Filled.Array(Hidden);
    private readonly float[] tanh_c = Filled.Array(Hidden);
    private readonly float[] h = Filled.Array(Hidden);
    private readonly float[] dh = Filled.Array(Hidden);
    private readonly float[] dc_next = Filled.Array(Hidden);
    private readonly float[] da = new float[4 * Hidden];
    private readonly float[] dc_prev = new float[Hidden];

    /// <summary>Forward, from fresh net inputs.</summary>
    [Benchmark]
    public void Forward()
    {
        net.CopyTo(gates, 0);
        LstmStep.Forward(gates, c_prev, c, tanh_c, h);
    }

    /// <summary>Backward.</summary>
    [Benchmark]
    public void Backward() => LstmStep.Backward(gates, c_prev, tanh_c, dh, dc_next, da, dc_prev);
}

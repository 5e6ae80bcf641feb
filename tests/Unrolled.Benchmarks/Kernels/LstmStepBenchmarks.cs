using BenchmarkDotNet.Attributes;

namespace Unrolled.Benchmarks.Kernels;

/// <summary>The elementwise part of an LSTM's step, for the 32 sequences of W2.</summary>
public class LstmStepBenchmarks
{
    private const int Batch = 32;
    private const int Hidden = 128;

    private readonly float[] net = Filled.Array(Batch * 4 * Hidden);
    private readonly float[] gates = Filled.Array(Batch * 4 * Hidden);
    private readonly float[] c_prev = Filled.Array(Batch * Hidden);
    private readonly float[] c = Filled.Array(Batch * Hidden);
    private readonly float[] tanh_c = Filled.Array(Batch * Hidden);
    private readonly float[] h = Filled.Array(Batch * Hidden);
    private readonly float[] dh = Filled.Array(Batch * Hidden);
    private readonly float[] dc_next = Filled.Array(Batch * Hidden);
    private readonly float[] da = new float[Batch * 4 * Hidden];
    private readonly float[] dc_prev = new float[Batch * Hidden];

    /// <summary>Forward, from fresh net inputs.</summary>
    [Benchmark]
    public void Forward()
    {
        net.CopyTo(gates, 0);
        Processor.Run(new LstmKernel.Forward(Gates(gates), Units(c_prev), Units(c), Units(tanh_c), Units(h)));
    }

    /// <summary>Backward.</summary>
    [Benchmark]
    public void Backward() => Processor.Run(new LstmKernel.Backward(
        Gates(gates), Units(c_prev), Units(tanh_c), Units(dh), Units(dc_next), Gates(da), Units(dc_prev)));

    private static MatrixView Gates(float[] values) => new(values, Batch, 4 * Hidden);

    private static MatrixView Units(float[] values) => new(values, Batch, Hidden);
}

using BenchmarkDotNet.Attributes;

namespace Unrolled.Benchmarks.Kernels;

/// <summary>C += A B, in the shapes of a step's product with the state and of all steps' weight gradients.</summary>
public class ProductBenchmarks
{
    private int m;
    private int k;
    private int n;
    private float[] a = [];
    private float[] b = [];
    private float[] c = [];

    /// <summary>
    /// Rows of A, columns of A, columns of B: W1's, W2's and W3's LSTM step, and W2's weight gradient.
    /// </summary>
    [Params("32x32x128", "32x128x512", "64x256x1024", "512x3200x128")]
    public string Shape { get; set; } = "";

    /// <summary>Fills both matrices.</summary>
    [GlobalSetup]
    public void Fill()
    {
        int[] sizes = [.. Shape.Split('x').Select(int.Parse)];
        (m, k, n) = (sizes[0], sizes[1], sizes[2]);
        (a, b, c) = (Filled.Array(m * k), Filled.Array(k * n), new float[m * n]);
    }

    /// <summary>The product.</summary>
    [Benchmark]
    public void Product() =>
        MatrixProduct.Add(new MatrixView(a, m, k), new MatrixView(b, k, n), new MatrixView(c, m, n));
}

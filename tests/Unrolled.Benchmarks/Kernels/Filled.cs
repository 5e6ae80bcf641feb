
namespace Unrolled.Benchmarks.Kernels;

/// <summary>Numbers to compute with, the same every time.</summary>
internal static class Filled
{
    /// <summary>Uniform in ±1.</summary>
    internal static float[] Array(int count)
    {
        Xoshiro256 random = new(1);
        return [.. Enumerable.Range(0, count).Select(_ => (float)(2 * random.NextDouble() - 1))];
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Unrolled.Layers.Kernels;

/// <summary>Adds one row of numbers to another of any length, number by number.</summary>
internal static class Accumulate
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Add(ReadOnlySpan<float> source, Span<float> sums)
    {
        source = source[..sums.Length];
        Lanes more = new(ref MemoryMarshal.GetReference(source)), sum = new(ref MemoryMarshal.GetReference(sums));
        int k = 0;
        for (; k + Lanes.Count <= sums.Length; k += Lanes.Count)
            sum[k] += more[k];
        for (; k < sums.Length; k++)
            sums[k] += source[k];
    }
}

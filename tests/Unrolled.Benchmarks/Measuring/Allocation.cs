namespace Unrolled.Benchmarks.Measuring;

/// <summary>The bytes that a work allocates once it is steady, on all threads.</summary>
internal static class Allocation
{
    /// <summary>Bytes over some runs of a work that is warm.</summary>
    internal static long Of(Action work, int runs)
    {
        long before = GC.GetTotalAllocatedBytes(precise: true);
        for (int run = 0; run < runs; run++)
            work();
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }
}

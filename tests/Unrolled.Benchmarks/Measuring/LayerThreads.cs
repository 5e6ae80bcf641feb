
namespace Unrolled.Benchmarks.Measuring;

/// <summary>How many threads the layers use.</summary>
internal static class LayerThreads
{
    internal static readonly string Reason = $"the machine has {Environment.ProcessorCount} processors only";

    /// <summary>Lets the layers use so many from now on; false, for <see cref="Reason"/>, if they cannot.</summary>
    internal static bool TryUse(int threads)
    {
        if (threads > Environment.ProcessorCount)
            return false;
        Threads.Count = threads;
        return true;
    }
}

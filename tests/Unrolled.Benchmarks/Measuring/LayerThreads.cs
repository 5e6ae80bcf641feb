
namespace Unrolled.Benchmarks.Measuring;

/// <summary>The number of threads that the layers use.</summary>
internal static class LayerThreads
{
    internal static readonly string Reason = $"the machine has {Environment.ProcessorCount} processors only";

    /// <summary>
    /// Sets the number of threads of the layers; false, for <see cref="Reason"/>, if they cannot use it.
    /// </summary>
    internal static bool TryUse(int threads)
    {
        if (threads > Environment.ProcessorCount)
            return false;
        Threads.Count = threads;
        return true;
    }
}

namespace Unrolled.Benchmarks.Measuring;

/// <summary>How many threads the layers use.</summary>
internal static class LayerThreads
{
    internal const string Reason = "the layers run on one thread only";

    /// <summary>Lets the layers use so many from now on; false, for <see cref="Reason"/>, if they cannot.</summary>
    internal static bool TryUse(int threads) => threads == 1;
}

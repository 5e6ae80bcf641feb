namespace Unrolled;

/// <summary>The number of threads that share a layer's batch. Results have the same bits with any number.</summary>
public static class Threads
{
    private static int count = Environment.ProcessorCount;
    private static int runs;

    /// <summary>
    /// The largest number of threads that compute, the caller's included; at first the number of the machine's
    /// processors. A layer takes fewer where a batch is small, and works on the caller's thread alone while another
    /// call has the others.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public static int Count
    {
        get => Volatile.Read(ref count);
        set => Volatile.Write(ref count, LayerCheck.RequirePositive(value, nameof(Count)));
    }

    /// <summary>
    /// The number of threads for one layer: <see cref="Count"/>, divided between the runs that are under way. More
    /// threads than processors would wait for each other at every step.
    /// </summary>
    internal static int ForOneLayer => Math.Max(Count / Math.Max(Volatile.Read(ref runs), 1), 1);

    /// <summary>Begins one of several runs that are under way at a time; it ends when disposed of.</summary>
    internal static RunningExperiment BeginRun()
    {
        Interlocked.Increment(ref runs);
        return default;
    }

    /// <summary>One of several runs that are under way at a time.</summary>
    internal readonly ref struct RunningExperiment
    {
        /// <summary>Ends it.</summary>
        public void Dispose() => Interlocked.Decrement(ref runs);
    }
}

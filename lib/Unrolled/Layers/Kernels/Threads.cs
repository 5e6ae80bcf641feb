namespace Unrolled;

/// <summary>The number of threads that share a layer's batch. Results have the same bits with any number.</summary>
public static class Threads
{
    private static int count = Environment.ProcessorCount;

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
}

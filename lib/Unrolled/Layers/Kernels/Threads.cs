namespace Unrolled;

/// <summary>How many threads the layers share a batch among. Results have the same bits with any number.</summary>
public static class Threads
{
    private static int count = Environment.ProcessorCount;

    /// <summary>
    /// At most so many threads compute, the caller's own among them; at first, as many as the machine has processors. A
    /// layer takes fewer where a batch is small, and works on the caller's thread alone while another call has the
    /// others.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public static int Count
    {
        get => Volatile.Read(ref count);
        set => Volatile.Write(ref count, LayerCheck.RequirePositive(value, nameof(Count)));
    }
}

namespace Unrolled.NotebookHost.Workers;

/// <summary>The limits of a worker, at which it is ended.</summary>
/// <param name="CellTimeout">The time for one cell; null for no limit.</param>
/// <param name="MemoryBytes">The memory for the notebook's process; null for three quarters of the machine's.</param>
internal sealed record WorkerLimits(TimeSpan? CellTimeout = null, long? MemoryBytes = null)
{
    /// <summary>
    /// The bytes that the outputs of one cell may have, streams and displays together: an endless loop that shows
    /// something must end too.
    /// </summary>
    public const int OutputBytes = 64 << 20;

    /// <summary>The least memory with which a process starts and runs a small cell.</summary>
    public const long LeastMemoryBytes = 128L << 20;

    /// <summary>The resident memory at which the process is ended.</summary>
    public long ResidentBytes => MemoryBytes ?? GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4 * 3;

    /// <summary>
    /// The garbage collector's limit, below the process's: so the cell fails with an OutOfMemoryException that names
    /// its line before the process is ended from outside. Null without a requested limit.
    /// </summary>
    public long? ManagedHeapBytes => MemoryBytes / 5 * 4;
}

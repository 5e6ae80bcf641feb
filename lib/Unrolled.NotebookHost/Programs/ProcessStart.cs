using System.Diagnostics;

namespace Unrolled.NotebookHost.Programs;

/// <summary>
/// Starts processes that live beside others, one at a time, so that none inherits handles that are meant for another.
/// </summary>
internal static class ProcessStart
{
    /// <summary>
    /// Held while a process is started, and while handles are open that its neighbours must not have.
    /// </summary>
    public static Lock Gate { get; } = new();

    /// <summary>Starts a process that inherits nothing of any other.</summary>
    public static Process Alone(ProcessStartInfo start)
    {
        lock (Gate)
            return Process.Start(start)!;
    }
}

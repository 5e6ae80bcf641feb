using System.ComponentModel;

namespace Unrolled.NotebookHost.Cells;

/// <summary>
/// The point at which the code of an interrupted cell stops: the host writes a call of <see cref="Check"/> into every
/// loop and method of a cell that can be interrupted.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Interruption
{
    private static readonly AsyncLocal<InterruptibleCell?> OfThisFlow = new();
    private static volatile InterruptibleCell? interrupted;

    /// <summary>Returns, unless the cell that this code belongs to has been interrupted.</summary>
    /// <exception cref="OperationCanceledException">The cell has been interrupted.</exception>
    public static void Check()
    {
        if (interrupted is not null)
            Stop();
    }

    /// <summary>The code that follows on this thread, and all that it starts, belongs to a new cell.</summary>
    /// <param name="interrupt">Interrupts it.</param>
    internal static CancellationTokenRegistration Enter(CancellationToken interrupt)
    {
        InterruptibleCell cell = new(Thread.CurrentThread, interrupt);
        interrupted = null;
        OfThisFlow.Value = cell;
        return interrupt.Register(() => interrupted = cell);
    }

    // On a thread of the cell's own the exception would be unhandled, and the process would end.
    private static void Stop()
    {
        if (OfThisFlow.Value is { } cell && cell == interrupted
            && (Thread.CurrentThread == cell.Thread || Thread.CurrentThread.IsThreadPoolThread))
            throw new OperationCanceledException("The cell was interrupted.", cell.Interrupt);
    }
}

using System.ComponentModel;

namespace Unrolled.NotebookHost.Cells;

/// <summary>
/// Where the code of a cell stops when it is interrupted: the host writes a call of <see cref="Check"/> into every loop
/// and method of a cell that somebody may interrupt.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Interruption
{
    private static readonly AsyncLocal<InterruptibleCell?> OfThisFlow = new();
    private static volatile InterruptibleCell? interrupted;

    /// <summary>Goes on, unless the cell that this code belongs to has been interrupted.</summary>
    /// <exception cref="OperationCanceledException">It has.</exception>
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

    // On a thread that the cell made itself nobody would catch the exception, and the process would end.
    private static void Stop()
    {
        if (OfThisFlow.Value is { } cell && cell == interrupted
            && (Thread.CurrentThread == cell.Thread || Thread.CurrentThread.IsThreadPoolThread))
            throw new OperationCanceledException("The cell was interrupted.", cell.Interrupt);
    }
}

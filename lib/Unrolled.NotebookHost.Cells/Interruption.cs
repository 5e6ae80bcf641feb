using System.ComponentModel;

namespace Unrolled.NotebookHost.Cells;

/// <summary>
/// The point at which the code of an interrupted cell stops: the host writes <c>if (IsRequested) Check();</c> into
/// every loop and function of a cell that can be interrupted.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Interruption
{
    private static readonly AsyncLocal<InterruptibleCell?> OfThisFlow = new();
    private static volatile InterruptibleCell? interrupted;

    /// <summary>
    /// Whether some cell has been interrupted. A field, and no property: a call at the top of an overflowing stack
    /// would keep the runtime from folding the frames that repeat below it.
    /// </summary>
    public static volatile bool IsRequested;

    /// <summary>Returns, unless the cell that this code belongs to has been interrupted.</summary>
    /// <exception cref="OperationCanceledException">The cell has been interrupted.</exception>
    public static void Check()
    {
        // On a thread of the cell's own the exception would be unhandled, and the process would end.
        if (interrupted is { } stopped && OfThisFlow.Value == stopped
            && (Thread.CurrentThread == stopped.Thread || Thread.CurrentThread.IsThreadPoolThread))
            throw new OperationCanceledException("The cell was interrupted.", stopped.Interrupt);
    }

    /// <summary>The code that follows on this thread, and all that it starts, belongs to a new cell.</summary>
    /// <param name="interrupt">Interrupts it.</param>
    internal static CancellationTokenRegistration Enter(CancellationToken interrupt)
    {
        InterruptibleCell cell = new(Thread.CurrentThread, interrupt);
        Interrupt(null);
        OfThisFlow.Value = cell;
        return interrupt.Register(() => Interrupt(cell));
    }

    private static void Interrupt(InterruptibleCell? cell)
    {
        interrupted = cell;
        IsRequested = cell is not null;
    }
}

namespace Unrolled.NotebookHost.Cells;

/// <summary>A cell that runs and may be interrupted.</summary>
/// <param name="thread">The thread that it runs on.</param>
/// <param name="interrupt">Interrupts it.</param>
internal sealed class InterruptibleCell(Thread thread, CancellationToken interrupt)
{
    /// <summary>The thread that it runs on.</summary>
    public Thread Thread => thread;

    /// <summary>Interrupts it.</summary>
    public CancellationToken Interrupt => interrupt;
}

namespace Unrolled.NotebookHost.Execution;

/// <summary>A cell's code was stopped.</summary>
/// <param name="place">What stopped it: its stack is the place.</param>
/// <param name="interrupt">What asked for it.</param>
internal sealed class InterruptedException(Exception place, CancellationToken interrupt)
    : OperationCanceledException("The cell was interrupted.", place, interrupt)
{
    /// <summary>What stopped it: its stack is the place.</summary>
    public Exception Place { get; } = place;

    /// <summary>Whether an exception is what an interrupt throws, alone or from several tasks at once.</summary>
    public static bool Caused(Exception exception) => exception switch
    {
        AggregateException several => several.Flatten().InnerExceptions.All(Caused),
        _ => exception is OperationCanceledException or ThreadInterruptedException,
    };
}

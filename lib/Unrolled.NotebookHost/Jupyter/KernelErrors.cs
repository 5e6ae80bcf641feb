using Unrolled.NotebookHost.Display;

namespace Unrolled.NotebookHost.Jupyter;

/// <summary>The messages of the kernel itself to its user.</summary>
internal static class KernelErrors
{
    /// <summary>The reason that ends a process which no interrupt could stop.</summary>
    public static ErrorOutput EndedByInterrupt()
    {
        const string message = "The cell did not stop when it was interrupted, and its process was ended.";
        return new ErrorOutput("Interrupted", message, [$"Interrupted: {message}"], Line: null);
    }

    /// <summary>The message when a cell does not stop at once.</summary>
    public static StreamOutput IsStopping { get; } = Notice(
        "Interrupt requested; the cell stops when the library or native code that it is in returns.");

    /// <summary>The message while a cell still does not stop.</summary>
    public static StreamOutput DoesNotStop { get; } = Notice(
        "The cell has not stopped. Interrupt once more to end the notebook's process; its variables are then lost.");

    /// <summary>The message before the first cell of a session that follows a crash.</summary>
    /// <param name="reason">Why the session before it ended.</param>
    public static StreamOutput FreshSession(ErrorOutput reason) => Notice(
        $"This is a fresh session: the one before it ended ({reason.Name}), and its variables, types and usings are "
        + "gone. "
        + "Run the cells above again.");

    private static StreamOutput Notice(string text) => new(StreamOutput.StandardError, text + "\n");
}

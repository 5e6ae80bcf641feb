using Unrolled.NotebookHost.Display;

namespace Unrolled.NotebookHost.Execution;

/// <summary>The report of an interrupted cell.</summary>
internal static class InterruptionReport
{
    private const string Name = "Interrupted";

    /// <summary>The report of a cell that was stopped while a text of it ran.</summary>
    public static ErrorOutput Of(OperationCanceledException exception, ScriptSource source)
    {
        IReadOnlyList<StackLine> stack = exception is InterruptedException { Place: var place }
            ? StackReport.Of(place)
            : [];
        string message = $"{source.Name} was interrupted.";
        return new ErrorOutput(
            Name,
            message,
            [$"{Name}: {message}", .. stack.Select(frame => "   at " + frame.Text)],
            stack.FirstOrDefault(frame => frame.SourceName == source.Name)?.Line);
    }

    /// <summary>The report of a cell that was stopped between two of its parts.</summary>
    public static ErrorOutput Before(ScriptSource source, int line)
    {
        string message = $"{source.Name} was interrupted before line {line}.";
        return new ErrorOutput(Name, message, [$"{Name}: {message}"], source.FilePath is null ? line : null);
    }
}

using Unrolled.NotebookHost.Display;

namespace Unrolled.NotebookHost.Execution;

/// <summary>Ends a cell with a report that is already written.</summary>
internal sealed class CellFailedException(ErrorOutput error) : Exception(error.Message)
{
    /// <summary>The report.</summary>
    public ErrorOutput Error { get; } = error;
}

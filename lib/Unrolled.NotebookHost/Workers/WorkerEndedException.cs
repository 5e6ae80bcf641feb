using Unrolled.NotebookHost.Display;

namespace Unrolled.NotebookHost.Workers;

/// <summary>A worker's process ended while it had a cell to run.</summary>
internal sealed class WorkerEndedException(ErrorOutput error) : Exception(error.Message)
{
    /// <summary>Why, in the form in which the notebook shows it.</summary>
    public ErrorOutput Error { get; } = error;
}

using Unrolled.NotebookHost.Execution;

namespace Unrolled.NotebookHost.Workers;

/// <summary>The cell has ended.</summary>
internal sealed record FinishedReply(CellResult Result) : WorkerReply;

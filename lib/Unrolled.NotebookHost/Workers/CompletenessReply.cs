using Unrolled.NotebookHost.Execution.Editor;

namespace Unrolled.NotebookHost.Workers;

/// <summary>Whether it could.</summary>
internal sealed record CompletenessReply(Completeness Completeness) : WorkerReply;

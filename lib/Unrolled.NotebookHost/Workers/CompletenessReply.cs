using Unrolled.NotebookHost.Execution.Language;

namespace Unrolled.NotebookHost.Workers.Protocol;

/// <summary>Whether it could.</summary>
internal sealed record CompletenessReply(Completeness Completeness) : WorkerReply;

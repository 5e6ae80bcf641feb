using Unrolled.NotebookHost.Execution.Editor;

namespace Unrolled.NotebookHost.Workers;

/// <summary>What could stand there.</summary>
internal sealed record CompletionReply(CompletionList Completions) : WorkerReply;

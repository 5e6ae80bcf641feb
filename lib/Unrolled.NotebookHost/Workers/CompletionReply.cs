using Unrolled.NotebookHost.Execution.Language;

namespace Unrolled.NotebookHost.Workers.Protocol;

/// <summary>What could stand there.</summary>
internal sealed record CompletionReply(CompletionList Completions) : WorkerReply;

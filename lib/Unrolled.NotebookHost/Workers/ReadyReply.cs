namespace Unrolled.NotebookHost.Workers;

/// <summary>The worker has started and waits for cells.</summary>
internal sealed record ReadyReply : WorkerReply;

namespace Unrolled.NotebookHost.Workers.Protocol;

/// <summary>The worker has started and waits for cells.</summary>
internal sealed record ReadyReply : WorkerReply;

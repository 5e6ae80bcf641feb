namespace Unrolled.NotebookHost.Workers;

/// <summary>The running cell reads from the console and waits for an <see cref="TypedLineRequest"/>.</summary>
internal sealed record LineWantedReply : WorkerReply;

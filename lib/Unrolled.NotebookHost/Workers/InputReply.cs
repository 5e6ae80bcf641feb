namespace Unrolled.NotebookHost.Workers.Protocol;

/// <summary>The running cell reads from the console and waits for an <see cref="InputRequest"/>.</summary>
internal sealed record InputReply : WorkerReply;

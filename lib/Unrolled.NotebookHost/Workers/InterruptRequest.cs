namespace Unrolled.NotebookHost.Workers.Protocol;

/// <summary>Stop the running cell; the session stays.</summary>
internal sealed record InterruptRequest : WorkerRequest;

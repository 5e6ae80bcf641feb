namespace Unrolled.NotebookHost.Workers;

/// <summary>Stop the running cell; the session stays.</summary>
internal sealed record InterruptCellRequest : WorkerRequest;

namespace Unrolled.NotebookHost.Workers;

/// <summary>No more cells: end in good order.</summary>
internal sealed record ShutdownRequest : WorkerRequest;

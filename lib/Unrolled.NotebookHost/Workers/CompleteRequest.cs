namespace Unrolled.NotebookHost.Workers.Protocol;

/// <summary>What could stand here?</summary>
/// <param name="Source">The cell's text.</param>
/// <param name="Position">The place in it, in UTF-16 units.</param>
internal sealed record CompleteRequest(string Source, int Position) : WorkerRequest;

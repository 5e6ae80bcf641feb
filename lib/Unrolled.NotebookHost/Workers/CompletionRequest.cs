namespace Unrolled.NotebookHost.Workers;

/// <summary>What could stand here?</summary>
/// <param name="Source">The cell's text.</param>
/// <param name="Position">The place in it, in UTF-16 units.</param>
internal sealed record CompletionRequest(string Source, int Position) : WorkerRequest;

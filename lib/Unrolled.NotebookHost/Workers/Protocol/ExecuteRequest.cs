namespace Unrolled.NotebookHost.Workers.Protocol;

/// <summary>Run this cell.</summary>
/// <param name="Number">The cell's 1-based number among the notebook's code cells.</param>
/// <param name="Id">The cell's id; may be empty.</param>
/// <param name="Source">The cell's text.</param>
internal sealed record ExecuteRequest(int Number, string Id, string Source) : WorkerRequest;

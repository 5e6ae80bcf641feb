namespace Unrolled.NotebookHost.Workers;

/// <summary>Run this cell.</summary>
/// <param name="Number">The cell's 1-based number among the notebook's code cells.</param>
/// <param name="Id">The cell's id; may be empty.</param>
/// <param name="Source">The cell's text.</param>
/// <param name="AllowInterrupt">Whether an <see cref="InterruptCellRequest"/> may follow.</param>
/// <param name="AllowInput">Whether somebody is there to answer the cell when it reads from the console.</param>
internal sealed record RunCellRequest(
    int Number, string Id, string Source, bool AllowInterrupt = false, bool AllowInput = false) : WorkerRequest;

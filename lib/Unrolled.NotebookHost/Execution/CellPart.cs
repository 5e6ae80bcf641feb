namespace Unrolled.NotebookHost.Execution;

/// <summary>A stretch of a cell that runs on its own.</summary>
/// <param name="Line">The 1-based line on which it begins.</param>
internal abstract record CellPart(int Line);

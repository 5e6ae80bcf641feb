namespace Unrolled.NotebookHost.Checking;

/// <summary>How a cell that was run again differs from what is committed.</summary>
/// <param name="Cell">Its 1-based number among the notebook's code cells.</param>
/// <param name="Id">Its id; empty where it has none.</param>
/// <param name="Where">The place within the cell: which output, which MIME type, which line.</param>
/// <param name="Committed">What stands there in the file.</param>
/// <param name="Now">What came now.</param>
internal sealed record CellDifference(int Cell, string Id, string Where, string Committed, string Now);

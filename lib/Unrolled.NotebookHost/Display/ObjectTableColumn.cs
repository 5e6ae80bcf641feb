namespace Unrolled.NotebookHost.Display;

/// <summary>A table's column.</summary>
/// <param name="Name">The heading.</param>
/// <param name="IsNumeric">Whether its cells are numbers, which stand to the right.</param>
internal sealed record ObjectTableColumn(string Name, bool IsNumeric = false);

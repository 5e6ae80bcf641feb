namespace Unrolled.NotebookHost.Display;

/// <summary>A table before it is text or HTML.</summary>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">The rows, each with as many cells as there are columns.</param>
/// <param name="Footnote">A note on omitted rows or columns; null when there are none.</param>
/// <param name="Title">The title; null when the columns are enough.</param>
internal sealed record ObjectTable(
    IReadOnlyList<ObjectTableColumn> Columns,
    IReadOnlyList<IReadOnlyList<string>> Rows,
    string? Footnote = null,
    string? Title = null);

/// <summary>A table's column.</summary>
/// <param name="Name">The heading.</param>
/// <param name="IsNumeric">Whether its cells are numbers, which are aligned to the right.</param>
internal sealed record ObjectTableColumn(string Name, bool IsNumeric = false);

namespace Unrolled.NotebookHost.Display;

/// <summary>A table before it is text or HTML.</summary>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">The rows, each with as many cells as there are columns.</param>
/// <param name="Footnote">What was left out; null when nothing was.</param>
/// <param name="Title">What the table is; null when its columns say it.</param>
internal sealed record ObjectTable(
    IReadOnlyList<ObjectTableColumn> Columns,
    IReadOnlyList<IReadOnlyList<string>> Rows,
    string? Footnote = null,
    string? Title = null);

/// <summary>A table's column.</summary>
/// <param name="Name">The heading.</param>
/// <param name="IsNumeric">Whether its cells are numbers, which stand to the right.</param>
internal sealed record ObjectTableColumn(string Name, bool IsNumeric = false);

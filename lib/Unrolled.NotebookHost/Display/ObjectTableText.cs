using System.Text;

namespace Unrolled.NotebookHost.Display;

/// <summary>Tables as text, the columns padded to the same width.</summary>
internal static class ObjectTableText
{
    private const string Gap = "  ";
    private const int MaximumWidth = 100;

    /// <summary>The lines, without a line break after the last.</summary>
    public static string Render(ObjectTable table)
    {
        table = table with { Rows = [.. table.Rows.Select(row => (IReadOnlyList<string>)[.. row.Select(Cut)])] };
        int[] widths = [.. table.Columns.Select((column, i) =>
            table.Rows.Select(row => row[i].Length).Append(column.Name.Length).Max())];
        StringBuilder text = new();
        if (table.Title is not null)
            AppendLine(text, table.Title);
        AppendRow(text, table.Columns, [.. table.Columns.Select(column => column.Name)], widths);
        AppendLine(text, string.Join(Gap, widths.Select(width => new string('-', width))));
        foreach (IReadOnlyList<string> row in table.Rows)
            AppendRow(text, table.Columns, row, widths);
        if (table.Footnote is not null)
            AppendLine(text, table.Footnote);
        return text.ToString().TrimEnd('\n');
    }

    private static void AppendRow(
        StringBuilder text, IReadOnlyList<ObjectTableColumn> columns, IReadOnlyList<string> row, int[] widths) =>
        AppendLine(text, string.Join(Gap, row.Select((cell, i) =>
            columns[i].IsNumeric ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i]))));

    private static string Cut(string cell) => cell.Length <= MaximumWidth ? cell : cell[..(MaximumWidth - 1)] + "…";

    private static void AppendLine(StringBuilder text, string line) => text.Append(line.TrimEnd()).Append('\n');
}

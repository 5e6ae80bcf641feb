using System.Text;

namespace Unrolled;

/// <summary>A table as lines of text.</summary>
internal static class TableText
{
    private const string Gap = "  ";

    public static string Of(TableModel table)
    {
        IReadOnlyList<TableColumn> columns = TableColumn.Of(table);
        bool[] starred = [.. columns.Select(column => column.Cells.Any(cell => cell.IsBest))];
        var lines = new List<string>();
        if (table.Title is not null)
            lines.Add(SafeText.Clean(table.Title));
        lines.Add(Row(columns, starred, Heading));
        lines.Add(Row(columns, starred, column => new string('─', column.Width)));
        for (int row = 0; row < table.Rows.Length; row++)
            lines.Add(Row(
                columns, starred, column => Cell(column, column.Cells[row]), column => column.Cells[row].IsBest));
        if (table.Caption is not null)
            lines.Add(SafeText.Clean(table.Caption));
        return string.Join('\n', lines);
    }

    private static string Row(
        IReadOnlyList<TableColumn> columns, bool[] starred, Func<TableColumn, string> write,
        Func<TableColumn, bool>? best = null)
    {
        var line = new StringBuilder();
        foreach ((int index, TableColumn column) in columns.Index())
        {
            line.Append(index == 0 ? "" : Gap).Append(write(column));
            if (starred[index])
                line.Append(best?.Invoke(column) == true ? '*' : ' ');
        }

        return line.ToString().TrimEnd();
    }

    private static string Heading(TableColumn column) =>
        column.IsNumeric ? column.Name.PadLeft(column.Width) : column.Name.PadRight(column.Width);

    private static string Cell(TableColumn column, TableCell cell) => !column.IsNumeric
        ? cell.Text.PadRight(column.Width)
        : cell.IsNumber
            ? (cell.Head + cell.Tail.PadRight(column.TailWidth)).PadLeft(column.Width)
            : cell.Text.PadLeft(column.Width);
}

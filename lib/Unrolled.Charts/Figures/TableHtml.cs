using System.Net;
using System.Text;
using Unrolled.Charts.Digests;

namespace Unrolled.Charts.Tables;

/// <summary>
/// A table as HTML without a style sheet. Digits have one width, and figure spaces fill what is missing behind the
/// decimal point, so that the points stand in line.
/// </summary>
internal static class TableHtml
{
    private const char FigureSpace = '\u2007', PunctuationSpace = '\u2008';
    private const string Rule = "1px solid rgba(128,128,128,.55)", ThinRule = "1px solid rgba(128,128,128,.2)";

    public static string Of(TableModel table)
    {
        IReadOnlyList<TableColumn> columns = TableColumn.Of(table);
        var html = new StringBuilder();
        html.Append("<table class=\"unrolled-table\" style=\"border-collapse:collapse;font-variant-numeric:tabular-nums;margin:.5em 0\">\n");
        if (table.Title is not null)
            html.Append($"<caption style=\"caption-side:top;text-align:left;font-weight:bold;color:inherit;padding:.2em .6em\">{Encoded(table.Title)}</caption>\n");
        html.Append("<thead><tr>").AppendJoin("", columns.Select(Heading)).Append("</tr></thead>\n<tbody>\n");
        for (int row = 0; row < table.Rows.Length; row++)
            html.Append("<tr>").AppendJoin("", columns.Select(column => Cell(column, column.Cells[row]))).Append("</tr>\n");
        html.Append("</tbody>\n");
        if (table.Caption is not null)
            html.Append($"<tfoot><tr><td colspan=\"{columns.Count}\" style=\"text-align:left;opacity:.75;font-size:90%;padding:.35em .6em;border-top:{Rule}\">{Encoded(table.Caption)}</td></tr></tfoot>\n");
        return html.Append("</table>").ToString();
    }

    private static string Heading(TableColumn column) =>
        $"<th scope=\"col\" style=\"text-align:{Side(column)};padding:.3em .6em;border-bottom:{Rule}\">{Encoded(column.Name)}</th>";

    private static string Cell(TableColumn column, TableCell cell)
    {
        string text = Encoded(cell.Text) + (cell.IsNumber ? Fill(column.TailWidth, cell.Tail.Length) : "");
        string style = $"text-align:{Side(column)};padding:.25em .6em;white-space:nowrap;border-bottom:{ThinRule}";
        return $"<td style=\"{style}\">{(cell.IsBest ? $"<strong>{text}</strong>" : text)}</td>";
    }

    private static string Fill(int width, int used) => used >= width
        ? ""
        : (used == 0 ? PunctuationSpace.ToString() : "") + new string(FigureSpace, width - Math.Max(used, 1));

    private static string Side(TableColumn column) => column.IsNumeric ? "right" : "left";

    private static string Encoded(string text) => WebUtility.HtmlEncode(SafeText.Clean(text));
}

using System.Net;
using System.Text;

namespace Unrolled;

/// <summary>
/// A table as HTML without a style sheet. All digits have one width, and figure spaces fill the missing digits after
/// the decimal point, so that the points are aligned.
/// </summary>
internal static class TableHtml
{
    private const char FigureSpace = '\u2007', PunctuationSpace = '\u2008';
    private const string Rule = "1px solid rgba(128,128,128,.55)", ThinRule = "1px solid rgba(128,128,128,.2)";

    private const string
        TableStyle = "border-collapse:collapse;font-variant-numeric:tabular-nums;margin:.5em 0",
        TitleStyle = "caption-side:top;text-align:left;font-weight:bold;color:inherit;padding:.2em .6em",
        CaptionStyle = $"text-align:left;opacity:.75;font-size:90%;padding:.35em .6em;border-top:{Rule}";

    public static string Of(TableModel table)
    {
        IReadOnlyList<TableColumn> columns = TableColumn.Of(table);
        var html = new StringBuilder();
        html.Append($"<table class=\"unrolled-table\" style=\"{TableStyle}\">\n");
        if (table.Title is not null)
            html.Append($"<caption style=\"{TitleStyle}\">{Encoded(table.Title)}</caption>\n");
        html.Append("<thead><tr>").AppendJoin("", columns.Select(Heading)).Append("</tr></thead>\n<tbody>\n");
        for (int row = 0; row < table.Rows.Length; row++)
        {
            IEnumerable<string> cells = columns.Select(column => Cell(column, column.Cells[row]));
            html.Append("<tr>").AppendJoin("", cells).Append("</tr>\n");
        }

        html.Append("</tbody>\n");
        if (table.Caption is not null)
            html.Append($"<tfoot><tr><td colspan=\"{columns.Count}\" style=\"{CaptionStyle}\">")
                .Append(Encoded(table.Caption)).Append("</td></tr></tfoot>\n");
        return html.Append("</table>").ToString();
    }

    private static string Heading(TableColumn column)
    {
        string style = $"text-align:{Side(column)};padding:.3em .6em;border-bottom:{Rule}";
        return $"<th scope=\"col\" style=\"{style}\">{Encoded(column.Name)}</th>";
    }

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

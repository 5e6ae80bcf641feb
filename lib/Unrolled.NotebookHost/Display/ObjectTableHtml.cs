using System.Net;
using System.Text;

namespace Unrolled.NotebookHost.Display;

/// <summary>Tables as HTML that Jupyter, nbconvert and a plain page all show well.</summary>
internal static class ObjectTableHtml
{
    private const string Right = " style=\"text-align: right;\"";
    private const string Left = " style=\"text-align: left;\"";

    /// <summary>The table element, and below it the footnote.</summary>
    public static string Render(ObjectTable table)
    {
        StringBuilder html = new("<table class=\"dataframe\">\n");
        if (table.Title is not null)
            html.Append("<caption>").Append(Escape(table.Title)).Append("</caption>\n");
        html.Append("<thead>\n");
        AppendRow(html, "th", table.Columns, [.. table.Columns.Select(column => column.Name)]);
        html.Append("</thead>\n<tbody>\n");
        foreach (IReadOnlyList<string> row in table.Rows)
            AppendRow(html, "td", table.Columns, row);
        html.Append("</tbody>\n</table>");
        if (table.Footnote is not null)
            html.Append("\n<p>").Append(Escape(table.Footnote)).Append("</p>");
        return html.ToString();
    }

    private static void AppendRow(
        StringBuilder html, string tag, IReadOnlyList<ObjectTableColumn> columns, IReadOnlyList<string> row)
    {
        html.Append("<tr>");
        for (int i = 0; i < row.Count; i++)
            html.Append($"<{tag}{(columns[i].IsNumeric ? Right : Left)}>{Escape(row[i])}</{tag}>");
        html.Append("</tr>\n");
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}

using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.Notebooks.Tests;

/// <summary>A saved table is seen whole: its last column is not beyond the right edge of the book's column.</summary>
public partial class SavedTableTests
{
    private const int WindowWidth = 1200;

    [FactRequires(ExternalTool.Chromium)]
    public async Task Every_saved_table_fits_the_column_of_the_book() => Assert.Empty(await TooWideAsync(
        [.. Repository.AllNotebooks.SelectMany(TablesOf)]));

    [FactRequires(ExternalTool.Chromium)]
    public async Task A_table_that_is_wider_is_named_with_what_it_exceeds()
    {
        string column = "<td style=\"white-space:nowrap;padding:.25em .6em\">0.12345678901234567890</td>";

        IReadOnlyList<string> wide = await TooWideAsync(
        [
            ("narrow", $"<table><tr>{column}{column}</tr></table>"),
            ("wide", $"<table><tr>{string.Concat(Enumerable.Repeat(column, 8))}</tr></table>"),
        ]);

        Assert.Matches("^wide: its last column ends \\d+ px beyond the page$", Assert.Single(wide));
    }

    private static IEnumerable<(string Name, string Html)> TablesOf(string notebook) =>
        from cell in Notebook.Load(Path.Combine(Repository.Root, notebook)).Cells
        from output in cell.Outputs.OfType<JsonObject>()
        let html = HtmlOf(output)
        where html.Contains("<table")
        select ($"{notebook} {cell.Id}", html);

    private static string HtmlOf(JsonObject output) => output["data"]?["text/html"] switch
    {
        JsonArray lines => string.Concat(lines.Select(line => line!.GetValue<string>())),
        JsonValue text => text.GetValue<string>(),
        _ => "",
    };

    // The page of a chapter, with its tables alone.
    private static async Task<IReadOnlyList<string>> TooWideAsync((string Name, string Html)[] tables)
    {
        using TemporaryFolder folder = new();
        string style = File.ReadAllText(
            Path.Combine(Repository.Root, "lib", "Unrolled.NotebookHost", "Book", "Assets", "book.css"));
        StringBuilder page = new($"<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><style>{style}</style>");
        page.Append("</head><body><div class=\"frame\"><header class=\"sidebar\"></header><div class=\"page\"><main>");
        foreach ((string name, string html) in tables)
            page.Append(
                $"<div class=\"outputs\"><div class=\"output html\" data-name=\"{WebUtility.HtmlEncode(name)}\">"
                + $"{html}</div></div>\n");
        page.Append(
            "</main></div></div><script>for (const output of document.querySelectorAll('.output')) "
            + "output.dataset.beyond = output.scrollWidth - output.clientWidth;</script></body></html>");

        string shown = await Browser.DocumentOfAsync(
            folder.Write("tables.html", page.ToString()), $"--window-size={WindowWidth},900");

        Match[] measured = [.. Measured().Matches(shown).Cast<Match>()];
        Assert.Equal(tables.Length, measured.Length);
        return
        [
            .. measured.Select(output => (
                    Name: output.Groups[1].Value,
                    Beyond: int.Parse(output.Groups[2].Value, CultureInfo.InvariantCulture)))
                .Where(output => output.Beyond > 0)
                .Select(output => $"{output.Name}: its last column ends {output.Beyond} px beyond the page"),
        ];
    }

    [GeneratedRegex("data-name=\"([^\"]+)\" data-beyond=\"(-?\\d+)\"")]
    private static partial Regex Measured();
}

using System.Text;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Book;

/// <summary>The page of one notebook.</summary>
internal static class ChapterPage
{
    /// <summary>The whole page; its other files are added to the edition.</summary>
    public static string Render(Chapter chapter, IReadOnlyList<Chapter> chapters, PageLayout layout, Edition edition)
    {
        var context = new PageContext(chapter, chapters, edition);
        string cells = Cells(context);
        string title = context.Headings.Any(heading => heading.Level == 1) ? "" : $"<h1>{chapter.TitleHtml}</h1>\n";
        string body = WithSkipNote(title + cells, chapter);
        string footer = Download(context) + Neighbours(context);
        return layout.Render(new Page(
            chapter.PagePath, chapter.Title, chapter.Document.Language, body, footer, context.Headings));
    }

    private static string Cells(PageContext context)
    {
        var html = new StringBuilder();
        foreach (NotebookCell cell in context.Chapter.Document.Cells)
        {
            context.CellNumber++;
            html.Append(Cell(cell, context));
        }
        return html.ToString();
    }

    private static string Cell(NotebookCell cell, PageContext context) => cell.Kind switch
    {
        CellKind.Markdown =>
            $"<div class=\"prose\" id=\"{Address(cell, context)}\">\n{ProseRenderer.Render(cell, context)}</div>\n",
        CellKind.Code => CodeCell(cell, context),
        _ => RawCell(cell),
    };

    // The name of the cell's place on the page, for links: cell-NAME.
    private static string Address(NotebookCell cell, PageContext context) =>
        Html.Encode(context.UniqueId($"cell-{(cell.Id == "" ? context.CellNumber.ToString() : cell.Id)}"));

    private static string CodeCell(NotebookCell cell, PageContext context)
    {
        string id = Address(cell, context);
        string label = cell.ExecutionCount is { } count ? $"Code cell, run as number {count}" : "Code cell, not run";
        string number = cell.ExecutionCount is { } shown
            ? $"<span class=\"count\" aria-hidden=\"true\">{shown}</span>"
            : "";
        string source = cell.Source.Length == 0
            ? ""
            : $"<div class=\"source\">{number}{CodeListing.Render(cell.Source, "csharp")}</div>\n";
        if (IsSourceHidden(cell) && source != "")
            source = $"<details class=\"hidden-source\"><summary>Code</summary>\n{source}</details>\n";
        string outputs = OutputRenderer.Render(cell.Outputs, context);
        return $"<div class=\"cell\" id=\"{id}\" role=\"group\" "
            + $"aria-label=\"{label}\">\n{source}{outputs}</div>\n";
    }

    private static bool IsSourceHidden(NotebookCell cell) =>
        cell.HasTag("hide-input") || cell.Json.NodeAt("metadata", "jupyter", "source_hidden")?.ToJsonString() == "true";

    // Raw cells are for one converter each; nbconvert leaves the others out too.
    private static string RawCell(NotebookCell cell)
    {
        string? format = cell.Json.TextAt("metadata", "format") ?? cell.Json.TextAt("metadata", "raw_mimetype");
        return format == "text/html" ? cell.Source + "\n" : "";
    }

    private static string WithSkipNote(string body, Chapter chapter)
    {
        if (chapter.SkipReason is not { } reason)
            return body;
        string note =
            $"\n<p class=\"skipped\" role=\"note\">This notebook was not run for this edition: {Html.Encode(reason)} "
            + "Its outputs are those it was saved with.</p>";
        const string EndOfTitle = "</h1>";
        return body.Insert(body.IndexOf(EndOfTitle, StringComparison.Ordinal) + EndOfTitle.Length, note);
    }

    private static string Download(PageContext context) => context.Chapter.Copy is null
        ? ""
        : $"""
            <p class="download">
            <a href="{context.LinkTo(context.Chapter.CopyPath)}" download>Download this notebook as it ran</a></p>

            """;

    private static string Neighbours(PageContext context)
    {
        int index = context.Chapters.TakeWhile(chapter => chapter != context.Chapter).Count();
        string previous = index > 0 ? Neighbour(context, context.Chapters[index - 1], "prev", "Previous") : "";
        string next = index + 1 < context.Chapters.Count
            ? Neighbour(context, context.Chapters[index + 1], "next", "Next")
            : "";
        return $"<nav class=\"neighbours\" aria-label=\"Previous and next chapter\">\n{previous}{next}</nav>";
    }

    private static string Neighbour(PageContext context, Chapter chapter, string relation, string label) => $"""
        <a rel="{relation}" class="{relation}" href="{context.LinkTo(chapter.PagePath)}">
        <span class="way">{label}</span>{chapter.TitleHtml}</a>

        """;
}

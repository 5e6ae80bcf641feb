using System.Text;
using System.Text.RegularExpressions;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Book;

/// <summary>The page of one notebook.</summary>
internal static partial class ChapterPage
{
    /// <summary>The whole page; its other files are added to the edition.</summary>
    public static string Render(PageContext context, PageLayout layout)
    {
        Chapter chapter = context.Chapter;
        context.Search?.BeginPage(chapter.PagePath, chapter.Title);
        string cells = Cells(context);
        string title = context.Headings.Any(heading => heading.Level == 1) ? "" : $"<h1>{chapter.TitleHtml}</h1>\n";
        string body = WithSkipNote(title + cells, chapter) + Glossary.Notes(context);
        string footer = Ways(context, layout) + Neighbours(context);
        return layout.Render(new Page(
            chapter.PagePath, chapter.Title, chapter.Document.Language, body, footer, context.Headings)
        {
            Description = Html.TextOf(chapter.SummaryHtml),
        });
    }

    /// <summary>The cells of a notebook as HTML.</summary>
    public static string Cells(PageContext context)
    {
        var html = new StringBuilder();
        foreach (NotebookCell cell in context.Chapter.Document.Cells)
        {
            context.CellNumber++;
            html.Append(Cell(cell, context));
            foreach (Exercise done in context.Chapter.Exercises.Where(exercise => exercise.LastId == cell.Id))
                html.Append(Solution(done, context));
        }
        // An empty corner of a table heads nothing.
        return EmptyHeaders().Replace(html.ToString(), "<td$1$2></td>");
    }

    [GeneratedRegex("<th\\b([^>]*?)(?:\\sscope=\"col\")?([^>]*?)>\\s*</th>")]
    private static partial Regex EmptyHeaders();

    private static string Cell(NotebookCell cell, PageContext context) => cell.Kind switch
    {
        CellKind.Markdown =>
            $"<div class=\"prose\" id=\"{Address(cell, context)}\"{Mark(cell, context)}>\n"
            + $"{ProseRenderer.Render(cell, context)}</div>\n",
        CellKind.Code => CodeCell(cell, context),
        _ => RawCell(cell),
    };

    // The name of the cell's place on the page, for links: cell-NAME.
    private static string Address(NotebookCell cell, PageContext context) =>
        Html.Encode(context.UniqueId($"cell-{(cell.Id == "" ? context.CellNumber.ToString() : cell.Id)}"));

    private static string Mark(NotebookCell cell, PageContext context) =>
        context.Chapter.Exercises.FirstOrDefault(exercise => exercise.TextId == cell.Id) is { } exercise
            ? $" data-exercise=\"{exercise.Number}\""
            : "";

    private static string CodeCell(NotebookCell cell, PageContext context)
    {
        context.Search?.AddCode(cell.Source);
        string id = Address(cell, context);
        string label = cell.ExecutionCount is { } count ? $"Code cell, run as number {count}" : "Code cell, not run";
        string number = cell.ExecutionCount is { } shown
            ? $"<span class=\"count\" aria-hidden=\"true\">{shown}</span>"
            : "";
        string source = cell.Source.Length == 0
            ? ""
            : $"<div class=\"source\">{number}{CodeListing.Render(cell.Source, "csharp")}</div>\n";
        if (source != "" && FoldedCode.SummaryOf(cell) is { } summary)
            source = $"<details class=\"hidden-source\"><summary>{summary}</summary>\n{source}</details>\n";
        string outputs = OutputRenderer.Render(cell.Outputs, context);
        return $"<div class=\"cell\" id=\"{id}\" role=\"group\" "
            + $"aria-label=\"{label}\">\n{source}{outputs}</div>\n";
    }

    // Below the exercise, and folded: what it gives away is seen by a decision.
    private static string Solution(Exercise exercise, PageContext context)
    {
        if (exercise.Solution.Count == 0)
            return "";
        IEnumerable<string> cells = exercise.Solution.Select(cell => cell.Kind switch
        {
            CellKind.Markdown => $"<div class=\"prose\">\n{ProseRenderer.RenderSolution(cell, context)}</div>\n",
            CellKind.Code => $"<div class=\"source\">{CodeListing.Render(cell.Source, "csharp")}</div>\n",
            _ => "",
        });
        return $"<details class=\"solution\"><summary>Solution of {exercise.Number}</summary>\n"
            + $"{string.Concat(cells)}</details>\n";
    }

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

    // From the page to its notebook.
    private static string Ways(PageContext context, PageLayout layout)
    {
        List<string> ways = [];
        if (context.Chapter.Copy is not null)
            ways.Add(
                $"<a href=\"{context.LinkTo(context.Chapter.CopyPath)}\" download>"
                + "Download this notebook as it ran</a>");
        ways.AddRange(layout.Repository?.LinksOf(context.Chapter) ?? []);
        return ways.Count == 0 ? "" : $"<p class=\"download\">\n{string.Join(" · ", ways)}</p>\n";
    }

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

using System.Text;

namespace Unrolled.NotebookHost.Book;

/// <summary>
/// The table of contents beside every page: chapters, the sections of the current one, and appendices.
/// </summary>
internal sealed class PageContents(
    IReadOnlyList<Chapter> chapters, bool hasGlossary, string? playground)
{
    /// <summary>The items of the list.</summary>
    public string Render(Page page)
    {
        var html = new StringBuilder();
        foreach (IGrouping<string, Chapter> part in chapters.GroupBy(chapter => chapter.Part))
        {
            string entries = string.Concat(part.Select(chapter => Entry(chapter, page)));
            html.Append(part.Key == "" ? entries : Part(part, entries, page));
        }
        if (chapters.Any(chapter => chapter.Exercises.Count > 0))
            html.Append(Appendix(ExercisesPage.Path, ExercisesPage.Title, page));
        if (hasGlossary)
            html.Append(Appendix(GlossaryPage.Path, GlossaryPage.Title, page));
        if (chapters.Any(chapter => chapter.Sentences.Count > 0))
            html.Append(Appendix(TestedSentencesPage.Path, TestedSentencesPage.Title, page));
        if (playground is not null)
            html.Append(Appendix(playground, LiveSite.PlaygroundTitle, page));
        return html.ToString();
    }

    // A part is folded while none of its pages is read, beside chapters that are not.
    private string Part(IGrouping<string, Chapter> part, string entries, Page page)
    {
        bool isOpen = part.Any(chapter => chapter.PagePath == page.Path) || chapters.All(chapter => chapter.Part != "");
        return $"""
            <li class="part"><details{(isOpen ? " open" : "")}><summary>{Html.Encode(part.Key)}</summary>
            <ol>
            {entries}</ol>
            </details></li>

            """;
    }

    private static string Entry(Chapter chapter, Page page)
    {
        bool isCurrent = chapter.PagePath == page.Path;
        string mark = isCurrent ? " aria-current=\"page\"" : "";
        string sections = isCurrent ? Sections(page.Headings) : "";
        return $"""<li><a href="{page.LinkTo(chapter.PagePath)}"{mark}>{chapter.TitleHtml}</a>{sections}</li>{"\n"}""";
    }

    private static string Appendix(string path, string title, Page page)
    {
        string mark = page.Path == path ? " aria-current=\"page\"" : "";
        return $"""<li class="appendix"><a href="{page.LinkTo(path)}"{mark}>{title}</a></li>{"\n"}""";
    }

    private static string Sections(IReadOnlyList<Heading> headings)
    {
        var html = new StringBuilder();
        foreach (Heading heading in headings.Where(heading => heading.Level is 2 or 3))
            html.Append($"""<li class="level-{heading.Level}"><a href="#{heading.Id}">{heading.Html}</a></li>{"\n"}""");
        return html.Length == 0 ? "" : $"\n<ol class=\"sections\">\n{html}</ol>\n";
    }
}

using System.Text;

namespace Unrolled.NotebookHost.Book;

/// <summary>The parts that all pages of a book share: head, contents, footer.</summary>
internal sealed class PageLayout(string bookTitle, IReadOnlyList<Chapter> chapters, SharedAssets assets, LiveSite? live)
{
    private const string MathMark = "class=\"math";

    /// <summary>A whole page around its main part.</summary>
    public string Render(Page page)
    {
        string contents = Contents(page);
        bool hasMath = contents.Contains(MathMark) || page.Body.Contains(MathMark) || page.Footer.Contains(MathMark);
        return $"""
            <!doctype html>
            <html lang="{Html.Encode(page.Language)}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{Html.Encode(page.Title == bookTitle ? bookTitle : $"{page.Title} · {bookTitle}")}</title>
            {live?.Head(page.Path)}{Styles(page, hasMath)}{Scripts(page, hasMath)}</head>
            <body>
            <a class="skip-link" href="#main">Skip to the text</a>
            <div class="frame">
            <header class="sidebar">
            <p class="book-title"><a href="{page.LinkTo(IndexPage.Path)}">{Html.Encode(bookTitle)}</a></p>
            <details class="contents" open>
            <summary>Contents</summary>
            <nav aria-label="Contents">
            <ol class="chapters">
            {contents}</ol>
            </nav>
            </details>
            </header>
            <div class="page">
            <main id="main" tabindex="-1">
            {page.Body}
            </main>
            {page.Footer}
            </div>
            </div>
            </body>
            </html>

            """;
    }

    private string Styles(Page page, bool hasMath) => string.Concat(
        new[] { hasMath ? assets.MathStyle : null, assets.Style }
            .OfType<string>()
            .Select(path => $"<link rel=\"stylesheet\" href=\"{page.LinkTo(path)}\">\n"));

    private string Scripts(Page page, bool hasMath) => string.Concat(
        new[] { hasMath ? assets.MathScript : null, assets.Script }
            .OfType<string>()
            .Select(path => $"<script defer src=\"{page.LinkTo(path)}\"></script>\n"));

    private string Contents(Page page)
    {
        var html = new StringBuilder();
        string part = "";
        foreach (Chapter chapter in chapters)
        {
            if (chapter.Part != part)
                html.Append($"<li class=\"part\">{Html.Encode(chapter.Part)}</li>\n");
            part = chapter.Part;
            html.Append(Entry(chapter, page));
        }
        if (chapters.Any(chapter => chapter.Sentences.Count > 0))
            html.Append(Appendix(TestedSentencesPage.Path, TestedSentencesPage.Title, page));
        if (live?.PlaygroundPath is { } playground)
            html.Append(Appendix(playground, LiveSite.PlaygroundTitle, page));
        return html.ToString();
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

/// <summary>The parts of a page that are its own.</summary>
/// <param name="Path">Its path within the book.</param>
/// <param name="Title">Its title as plain text.</param>
/// <param name="Language">The language of its prose, a BCP 47 tag.</param>
/// <param name="Body">The main part as HTML.</param>
/// <param name="Footer">What follows the main part, as HTML.</param>
/// <param name="Headings">Its headings.</param>
internal sealed record Page(
    string Path, string Title, string Language, string Body, string Footer, IReadOnlyList<Heading> Headings)
{
    /// <summary>The relative link from this page to a file of the book.</summary>
    public string LinkTo(string path) => PageContext.RelativeLink(Path, path);
}

/// <summary>A heading for the table of contents.</summary>
/// <param name="Level">1 for the title, 2 for a section, and so on.</param>
/// <param name="Id">The anchor.</param>
/// <param name="Html">Its text as HTML without links.</param>
internal sealed record Heading(int Level, string Id, string Html);

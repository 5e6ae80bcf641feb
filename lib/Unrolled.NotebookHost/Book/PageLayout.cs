namespace Unrolled.NotebookHost.Book;

/// <summary>The parts that all pages of a book share: head, contents, footer.</summary>
internal sealed class PageLayout(
    BookSource book, IReadOnlyList<Chapter> chapters, SharedAssets assets, FormulaTypesetter? typesetter,
    LiveSite? live)
{
    private const string MathMark = "class=\"math";

    /// <summary>The book's glossary; null for none.</summary>
    public Glossary? Glossary { get; } = Glossary.Of(book.Root);

    private PageContents Contents => new(chapters, Glossary is not null, live?.PlaygroundPath);

    /// <summary>The links to the published repository; null while there is none.</summary>
    public RepositoryLinks? Repository { get; } = RepositoryLinks.Of(book);

    /// <summary>A whole page around its main part.</summary>
    public string Render(Page page)
    {
        string frame = Frame(page);
        bool hasMath = frame.Contains(MathMark);
        string? set = hasMath ? typesetter?.Set(frame) : null;
        bool setsMath = hasMath && set is null;
        return $"""
            <!doctype html>
            <html lang="{Html.Encode(page.Language)}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{Html.Encode(page.Title == book.Title ? book.Title : $"{page.Title} · {book.Title}")}</title>
            {Description(page)}{live?.Head(page.Path)}{Styles(page, hasMath)}{Scripts(page, setsMath)}</head>
            <body>
            {set ?? frame}
            </body>
            </html>

            """;
    }

    private string Frame(Page page) => $"""
        <a class="skip-link" href="#main">Skip to the text</a>
        <div class="frame">
        <header class="sidebar">
        <p class="book-title"><a href="{page.LinkTo(IndexPage.Path)}">{Html.Encode(book.Title)}</a></p>
        <div class="tools">
        <button type="button" data-tool="search" aria-keyshortcuts="/"><span>Search</span> <kbd>/</kbd></button>
        <button type="button" data-tool="theme" aria-label="Colours: as the system"></button>
        </div>
        <details class="contents" open>
        <summary>Contents</summary>
        <nav aria-label="Contents">
        <ol class="chapters">
        {Contents.Render(page)}</ol>
        </nav>
        </details>
        </header>
        <div class="page">
        <main id="main" tabindex="-1">
        {page.Body}
        </main>
        <footer>
        {page.Footer}
        </footer>
        </div>
        </div>
        """;

    private static string Description(Page page) => page.Description.Length == 0
        ? ""
        : $"<meta name=\"description\" content=\"{Html.Encode(page.Description)}\">\n";

    private string Styles(Page page, bool hasMath) => string.Concat(
        new[] { hasMath ? assets.MathStyle : null, assets.Style }
            .OfType<string>()
            .Select(path => $"<link rel=\"stylesheet\" href=\"{page.LinkTo(path)}\">\n"));

    // The theme is chosen before anything is shown, so that nothing flashes.
    private string Scripts(Page page, bool setsMath)
    {
        string root = PageContext.RelativeLink(page.Path, "");
        return $"<script src=\"{page.LinkTo(assets.Theme)}\"></script>\n"
            + string.Concat(
                new[] { setsMath ? assets.MathScript : null }
                    .OfType<string>()
                    .Concat(assets.Scripts)
                    .Select(path => $"<script defer src=\"{page.LinkTo(path)}\" data-root=\"{root}\"></script>\n"));
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
    /// <summary>One or two sentences about it for search engines, as plain text; empty for none.</summary>
    public string Description { get; init; } = "";

    /// <summary>The relative link from this page to a file of the book.</summary>
    public string LinkTo(string path) => PageContext.RelativeLink(Path, path);
}

/// <summary>A heading for the table of contents.</summary>
/// <param name="Level">1 for the title, 2 for a section, and so on.</param>
/// <param name="Id">The anchor.</param>
/// <param name="Html">Its text as HTML without links.</param>
internal sealed record Heading(int Level, string Id, string Html);

using System.Text;

namespace Unrolled.NotebookHost.Book;

/// <summary>A page with a section for each chapter, whose heading leads to the chapter.</summary>
internal static class PageByChapter
{
    /// <summary>The whole page.</summary>
    /// <param name="path">The page's path within the book.</param>
    /// <param name="title">The page's title.</param>
    /// <param name="opening">The HTML below the title.</param>
    /// <param name="chapters">The chapters of the book.</param>
    /// <param name="section">The HTML of a chapter's section; null if it has none.</param>
    /// <param name="layout">The layout of all pages.</param>
    public static string Render(
        string path, string title, string opening, IReadOnlyList<Chapter> chapters, Func<Chapter, string?> section,
        PageLayout layout)
    {
        StringBuilder body = new($"<h1>{title}</h1>\n{opening}");
        List<Heading> headings = [];
        foreach (Chapter chapter in chapters)
        {
            if (section(chapter) is not { } html)
                continue;
            string id = $"chapter-{headings.Count + 1}";
            headings.Add(new Heading(2, id, chapter.TitleHtml));
            body.Append($"<h2 id=\"{id}\"><a href=\"{chapter.PagePath}\">{chapter.TitleHtml}</a></h2>\n{html}");
        }
        return layout.Render(new Page(path, title, chapters[0].Document.Language, body.ToString(), "", headings));
    }
}

using System.Text;

namespace Unrolled.NotebookHost.Book;

/// <summary>The first page: the book's introduction and its chapters.</summary>
internal static class IndexPage
{
    /// <summary>The page's path within the book.</summary>
    public const string Path = "index.html";

    /// <summary>The whole page.</summary>
    public static string Render(BookSource source, IReadOnlyList<Chapter> chapters, PageLayout layout)
    {
        var body = new StringBuilder();
        body.Append($"<h1>{Html.Encode(source.Title)}</h1>\n");
        if (source.Introduction.Length > 0)
            body.Append($"<p class=\"introduction\">{source.Introduction}</p>\n");
        foreach (IGrouping<string, Chapter> part in chapters.GroupBy(chapter => chapter.Part))
            body.Append(Part(part));
        return layout.Render(new Page(Path, source.Title, chapters[0].Document.Language, body.ToString(), "", []));
    }

    private static string Part(IGrouping<string, Chapter> part)
    {
        string title = part.Key == "" ? "" : $"<h2>{Html.Encode(part.Key)}</h2>\n";
        return $"{title}<ol class=\"index\">\n{string.Concat(part.Select(Entry))}</ol>\n";
    }

    private static string Entry(Chapter chapter)
    {
        string summary = chapter.SummaryHtml.Length > 0 ? $"\n<p>{chapter.SummaryHtml}</p>" : "";
        string link = PageContext.RelativeLink(Path, chapter.PagePath);
        return $"""<li><a href="{link}">{chapter.TitleHtml}</a>{summary}</li>{"\n"}""";
    }
}

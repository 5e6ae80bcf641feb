using System.Text;

namespace Unrolled.NotebookHost.Book;

/// <summary>
/// The first page: the notebook <c>index.ipynb</c> where there is one, else the book's introduction; then a map of the
/// chapters, with the question, a picture and the length of each.
/// </summary>
internal static class IndexPage
{
    /// <summary>The page's path within the book.</summary>
    public const string Path = "index.html";

    /// <summary>The whole page.</summary>
    public static string Render(
        BookSource source, Chapter? front, IReadOnlyList<Chapter> chapters, PageLayout layout, Edition edition)
    {
        PageContext? context = front is null ? null : new PageContext(front, chapters, edition)
        {
            Front = front,
            Glossary = layout.Glossary,
        };
        string opening = context is null ? Opening(source) : ChapterPage.Cells(context);
        StringBuilder body = new(opening);
        foreach (IGrouping<string, Chapter> part in chapters.GroupBy(chapter => chapter.Part))
            body.Append(Part(part, chapters, edition));
        if (chapters.Any(chapter => chapter.Exercises.Count > 0))
            body.Append($"<p class=\"basis\">{ReadingTime.Basis}</p>\n");
        if (context is not null)
            body.Append(Glossary.Notes(context));
        string links = string.Join(" · ", layout.Repository?.Links() ?? []);
        string footer = links.Length == 0 ? "" : $"<p class=\"download\">\n{links}</p>\n";
        string language = (front ?? chapters[0]).Document.Language;
        return layout.Render(new Page(Path, source.Title, language, body.ToString(), footer, context?.Headings ?? [])
        {
            Description = Html.TextOf(source.Introduction),
        });
    }

    private static string Opening(BookSource source)
    {
        string introduction = source.Introduction.Length > 0
            ? $"<p class=\"introduction\">{source.Introduction}</p>\n"
            : "";
        return $"<h1>{Html.Encode(source.Title)}</h1>\n{introduction}";
    }

    // Parts below the chapters, such as their solutions, are folded.
    private static string Part(IGrouping<string, Chapter> part, IReadOnlyList<Chapter> chapters, Edition edition)
    {
        string entries = string.Concat(part.Select(chapter => Entry(chapter, chapters, edition)));
        string list = $"<ol class=\"index\">\n{entries}</ol>\n";
        if (part.Key == "")
            return list;
        return chapters.All(chapter => chapter.Part != "")
            ? $"<h2>{Html.Encode(part.Key)}</h2>\n{list}"
            : $"<details class=\"index-part\"><summary>{Html.Encode(part.Key)}</summary>\n{list}</details>\n";
    }

    private static string Entry(Chapter chapter, IReadOnlyList<Chapter> chapters, Edition edition)
    {
        string link = PageContext.RelativeLink(Path, chapter.PagePath);
        bool isChapter = chapter.Part == "" || chapters.All(other => other.Part != "");
        string picture = isChapter && ChapterPicture.Of(chapter, edition) is { } path
            ? $"\n<img class=\"map-picture\" src=\"{PageContext.RelativeLink(Path, path)}\" alt=\"\" loading=\"lazy\">"
            : "";
        string summary = chapter.SummaryHtml.Length > 0 && isChapter ? $"\n<p>{chapter.SummaryHtml}</p>" : "";
        string time = isChapter
            ? $"\n<p class=\"hours\">{ReadingTime.Of(chapter.Document, chapter.Exercises.Count)}</p>"
            : "";
        return $"""<li><a href="{link}">{chapter.TitleHtml}</a>{picture}{summary}{time}</li>{"\n"}""";
    }
}

using System.Text;

namespace Unrolled.NotebookHost.Book;

/// <summary>
/// The board of all exercises. Which are done is kept in the reader's browser, and goes into a file and back.
/// </summary>
internal static class ExercisesPage
{
    /// <summary>The page's path within the book.</summary>
    public const string Path = "exercises.html";

    /// <summary>The page's title.</summary>
    public const string Title = "All exercises";

    /// <summary>The whole page.</summary>
    public static string Render(BookSource source, IReadOnlyList<Chapter> chapters, PageLayout layout)
    {
        Chapter[] withExercises = [.. chapters.Where(chapter => chapter.Exercises.Count > 0)];
        StringBuilder body = new();
        body.Append($"<h1>{Title}</h1>\n");
        body.Append(
            "<p>Each exercise has a check that says what is right, what is not yet, and where to look, and a solution "
            + "folded below it. Tick off what you have done.</p>\n");
        body.Append("<div class=\"board-tools\" data-board></div>\n");
        List<Heading> headings = [];
        foreach (Chapter chapter in withExercises)
        {
            string id = $"chapter-{headings.Count + 1}";
            headings.Add(new Heading(2, id, chapter.TitleHtml));
            body.Append($"<h2 id=\"{id}\"><a href=\"{chapter.PagePath}\">{chapter.TitleHtml}</a></h2>\n");
            body.Append("<ul class=\"board\">\n");
            foreach (Exercise exercise in chapter.Exercises)
                body.Append(
                    $"<li data-exercise=\"{exercise.Number}\"><a href=\"{chapter.PagePath}#{exercise.Anchor}\">"
                    + $"{exercise.Number} · {ProseRenderer.RenderSentence(exercise.Title)}</a></li>\n");
            body.Append("</ul>\n");
        }
        return layout.Render(new Page(Path, Title, chapters[0].Document.Language, body.ToString(), "", headings));
    }
}

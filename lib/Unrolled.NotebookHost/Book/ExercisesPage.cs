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
    public static string Render(IReadOnlyList<Chapter> chapters, PageLayout layout) => PageByChapter.Render(
        Path, Title,
        "<p>Each exercise has a check that says what is right, what is not yet, and where to look, and a solution "
        + "folded below it. Tick off what you have done.</p>\n<div class=\"board-tools\" data-board></div>\n",
        chapters, chapter => chapter.Exercises.Count > 0 ? Board(chapter) : null, layout);

    private static string Board(Chapter chapter) =>
        "<ul class=\"board\">\n"
        + string.Concat(chapter.Exercises.Select(exercise =>
            $"<li data-exercise=\"{exercise.Number}\"><a href=\"{chapter.PagePath}#{exercise.Anchor}\">"
            + $"{exercise.Number} · {ProseRenderer.RenderSentence(exercise.Title)}</a></li>\n"))
        + "</ul>\n";
}

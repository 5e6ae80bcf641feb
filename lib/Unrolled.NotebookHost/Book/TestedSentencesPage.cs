using System.Text;

namespace Unrolled.NotebookHost.Book;

/// <summary>
/// The page of all tested sentences: from each sentence to its condition, its values and the seeds behind it.
/// </summary>
internal static class TestedSentencesPage
{
    /// <summary>The page's path within the book.</summary>
    public const string Path = "tested-sentences.html";

    /// <summary>The page's title.</summary>
    public const string Title = "Tested sentences";

    /// <summary>The whole page.</summary>
    public static string Render(BookSource source, IReadOnlyList<Chapter> chapters, PageLayout layout)
    {
        string revision = source.Revision is { } name
            ? $" The sources are those of commit <code>{Html.Encode(name)}</code>."
            : "";
        string opening =
            "<p>Each of these sentences stands in a chapter together with a condition over the chapter's variables. "
            + "The condition was evaluated where the sentence stands, in the run that made this book. Where results "
            + "are promised to the bit, a sentence whose condition does not hold keeps the book from being published."
            + $"{revision}</p>\n";
        return PageByChapter.Render(
            Path, Title, opening, chapters, chapter => chapter.Sentences.Count > 0 ? Table(chapter) : null, layout);
    }

    private static string Table(Chapter chapter)
    {
        StringBuilder table = new(
            "<div class=\"table\" tabindex=\"0\" role=\"group\" aria-label=\"Table\">\n"
            + "<table class=\"ledger\">\n<thead><tr><th>sentence</th><th>condition and values</th><th>seeds</th>"
            + "<th>result</th></tr></thead>\n<tbody>\n");
        foreach (TestedSentence sentence in chapter.Sentences)
        {
            string result = sentence.Holds ? "✓ holds" : "≈ differs here";
            table.Append(
                $"<tr><td>{ProseRenderer.RenderSentence(sentence.Text)}</td><td>{SentenceMarks.Evidence(sentence)}</td>"
                + $"<td>{Html.Encode(sentence.Seeds ?? "")}</td><td>{result}</td></tr>\n");
        }
        return table.Append("</tbody>\n</table>\n</div>\n").ToString();
    }
}

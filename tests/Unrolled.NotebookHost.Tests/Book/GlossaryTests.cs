using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Unrolled.NotebookHost.Book;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Tests.Book;

public sealed class GlossaryTests : IDisposable
{
    private const string Terms = """
        # Glossary

        | term | 中文 | symbol | meaning | introduced in |
        |---|---|---|---|---|
        | <a id="gate"></a>gate | 门 | $i$ | A number between 0 and 1, computed [anew](x.md) at every step. | [05](../notebooks/05.ipynb) |
        | <a id="forget-gate"></a>forget gate | 遗忘门 | $f$ | How much of the *cell* stays. | |
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_term_is_explained_where_a_page_first_has_it()
    {
        IDocument page = Page("A forget gate is one of the gates; the gate is a gate.");

        IElement[] terms = [.. page.QuerySelectorAll("button.term")];
        Assert.Equal(["forget gate", "gates"], terms.Select(term => term.TextContent));
        IElement note = page.GetElementById(terms[0].GetAttribute("popovertarget")!)!;
        Assert.True(note.HasAttribute("popover"));
        Assert.Contains("How much of the cell stays.", note.TextContent);
        Assert.Contains("遗忘门", note.TextContent);
        Assert.Equal("glossary.html#forget-gate", note.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("A forget gate is one of the gates; the gate is a gate.", page.QuerySelector(".prose p")!.TextContent);
    }

    [Theory]
    [InlineData("# The gate")]
    [InlineData("`gate`")]
    [InlineData("[the gate](https://example.org)")]
    [InlineData("$gate$")]
    [InlineData("A gateway, an investigate-gate, a gate's.")]
    [InlineData("```\ngate\n```")]
    public void Headings_links_code_formulas_and_other_words_are_left_alone(string markdown)
    {
        Assert.Empty(Page(markdown).QuerySelectorAll("button.term"));
    }

    [Fact]
    public void Links_to_the_glossary_lead_to_its_page()
    {
        Edition edition = Build("[gate](../docs/glossary.md#gate)");

        Assert.Equal("glossary.html#gate", Parse(edition, "05.html").QuerySelector(".prose a")!.GetAttribute("href"));
        Assert.Equal(
            ["gate", "forget-gate"], Parse(edition, "glossary.html").QuerySelectorAll("dt").Select(term => term.Id!));
        Assert.Empty(edition.Warnings);
    }

    private IDocument Page(string markdown) => Parse(Build(markdown), "05.html");

    private Edition Build(string markdown)
    {
        folder.Write("docs/glossary.md", Terms);
        string path = folder.Write("notebooks/05.ipynb", "{}");
        return BookBuilder.Build(new BookSource(
            "Book", "", [new ExecutedNotebook(path, ExerciseTests.Document(NotebookCell.Markdown("m", markdown)))])
        {
            Root = folder.Path,
        });
    }

    private static IDocument Parse(Edition edition, string path) =>
        new HtmlParser().ParseDocument(System.Text.Encoding.UTF8.GetString(edition.Files[path]));
}

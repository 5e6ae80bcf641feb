using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Unrolled.NotebookHost.Book;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Tests.Book;

public class ProseRendererTests
{
    [Fact]
    public void Formulas_keep_their_tex_for_the_page_to_render()
    {
        IDocument page = SampleBook.OfProse(
            "$a_1 * b_2 * c < d$ and $$x \\\\ y$$\n\n$$\n\\begin{aligned}\na &= b\n\\end{aligned}\n$$\n\n```math\nz\n"
            + "```").Page;

        Assert.Equal(
            ["a_1 * b_2 * c < d", "x \\\\ y", "\\begin{aligned}\na &= b\n\\end{aligned}", "z"],
            page.QuerySelectorAll("main .math").Select(formula => formula.TextContent));
        Assert.Equal(3, page.QuerySelectorAll("main .math.display").Length);
    }

    [Theory]
    [InlineData("It costs \\$5, then \\$6.", "It costs $5, then $6.")]
    [InlineData("It costs $5 and $6.", "It costs $5 and $6.")]
    [InlineData("A `$code$`.", "A $code$.")]
    public void Prices_and_code_are_no_formulas(string markdown, string expected)
    {
        IDocument page = SampleBook.OfProse(markdown).Page;

        Assert.Empty(page.QuerySelectorAll(".math"));
        Assert.Equal(expected, page.QuerySelector(".prose p")!.TextContent);
    }

    [Fact]
    public void Pages_load_KaTeX_only_where_there_are_formulas()
    {
        Assert.Empty(SampleBook.OfProse("# None").Page.QuerySelectorAll("script[src*=katex]"));
    }

    [Fact]
    public void Headings_are_anchored_as_on_GitHub_and_never_twice_the_same()
    {
        IDocument page = SampleBook.OfProse(
            "# The `h_t`, *explained*\n\n## Exercises", "## Exercises\n\n## 循环 神经\n\n## !").Page;

        Assert.Equal(
            ["the-h_t-explained", "exercises", "exercises-1", "循环-神经", "section"],
            page.QuerySelectorAll("h1, h2").Select(heading => heading.Id));
        Assert.All(page.QuerySelectorAll("h1, h2"), heading =>
            Assert.Equal($"#{heading.Id}", heading.QuerySelector("a.anchor")!.GetAttribute("href")));
    }

    [Fact]
    public void Footnotes_are_counted_on_from_cell_to_cell()
    {
        IDocument page = SampleBook.OfProse(
            "One[^a], again[^a], two[^b].\n\n[^a]: A.\n[^b]: B.", "Three[^a].\n\n[^a]: C.").Page;

        Assert.Equal(["1", "1", "2", "3"], page.QuerySelectorAll(".footnote-ref").Select(mark => mark.TextContent));
        Assert.Equal("3", page.QuerySelectorAll("ol.footnotes")[1].GetAttribute("start"));
        Assert.All(page.QuerySelectorAll(".footnote-ref, .footnote-back-ref"), link =>
            Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
    }

    [Fact]
    public void Links_between_notebooks_become_links_between_pages()
    {
        IDocument page = new SampleBook().Page(SampleBook.SamplePage);

        Assert.NotNull(page.QuerySelector("main a[href='02-next.html#the-second-part']"));
        Assert.NotNull(page.QuerySelector("main a[href='solutions/01-sample.html']"));
        Assert.NotNull(new SampleBook()
            .Page("solutions/01-sample.html").QuerySelector("main a[href='../01-sample.html#the-equation']"));
    }

    [Fact]
    public void Files_and_images_beside_the_notebook_are_copied_once()
    {
        (IDocument page, Edition edition) = SampleBook.OfProse(
            "![a](dot.png) <img src=\"dot.png\" alt=\"b\"> [data](numbers.csv)");

        string[] images = [.. page.QuerySelectorAll("main img").Select(image => image.GetAttribute("src")!)];
        Assert.Equal(2, images.Length);
        Assert.Equal(images[0], images[1]);
        Assert.Equal(
            File.ReadAllBytes(Path.Combine(SampleBook.Repository, "notebooks", "dot.png")), edition.Files[images[0]]);
        Assert.Contains(page.QuerySelector("main a[href$='.csv']")!.GetAttribute("href")!, edition.Files.Keys);
    }

    [Fact]
    public void Attachments_become_files_of_the_book()
    {
        NotebookCell cell = NotebookCell.Markdown("a", "![x](attachment:my%20dot.png)");
        cell.Json["attachments"] = new JsonObject { ["my dot.png"] = new JsonObject { ["image/png"] = "AQID" } };

        (IDocument page, Edition edition) = SampleBook.Of(cell);

        Assert.Equal([1, 2, 3], edition.Files[page.QuerySelector("main img")!.GetAttribute("src")!]);
    }

    [Fact]
    public void Links_that_lead_nowhere_are_named_with_notebook_and_cell()
    {
        (_, Edition edition) = SampleBook.OfProse(
            "# Fine", "[x](missing.png) ![y](attachment:none.png) [z](https://example.org/)");

        Assert.Equal(
            [
                "page.ipynb, cell 2: the link to missing.png leads to nothing that the book can hold.",
                "page.ipynb, cell 2: there is no readable attachment named \"none.png\".",
            ],
            edition.Warnings);
    }

    [Fact]
    public void GitHub_flavour_is_understood()
    {
        IDocument page = SampleBook.OfProse(
            "|a|b|\n|-|-:|\n|1|2|\n\n- [x] done\n\n~~gone~~ https://example.org\n\n> [!NOTE]\n> Look.\n\n```csharp\n"
            + "var x = 1;\n```").Page;

        Assert.NotNull(page.QuerySelector(".table td[style*=right]"));
        Assert.NotNull(page.QuerySelector("li input[type=checkbox][checked]"));
        Assert.NotNull(page.QuerySelector("del"));
        Assert.NotNull(page.QuerySelector("a[href='https://example.org']"));
        Assert.NotNull(page.QuerySelector(".markdown-alert-note"));
        Assert.NotNull(page.QuerySelector(".prose pre.code .keyword"));
    }
}

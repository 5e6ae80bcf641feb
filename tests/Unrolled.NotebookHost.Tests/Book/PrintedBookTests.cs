using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Unrolled.NotebookHost.Book;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Tests.Book;

public sealed class PrintedBookTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private readonly Edition edition = BookBuilder.Build(new BookSource("Book", "An introduction.",
    [
        new ExecutedNotebook("/book/01.ipynb", ExerciseTests.Document(
            NotebookCell.Markdown("t", "# One\n\n[Two](02.ipynb#part), [below](#part), [solutions](solutions/01.ipynb)\n\n## Part"),
            NotebookCell.Code("setup", "#!import \"setup.csx\""),
            NotebookCell.Markdown("e", "**01-1 · Count.** Count."),
            NotebookCell.Code("e1", $"var a = \"{new string('x', 200)}\";"))),
        new ExecutedNotebook("/book/02.ipynb", ExerciseTests.Document(NotebookCell.Markdown("t", "# Two\n\n## Part"))),
        new ExecutedNotebook("/book/solutions/01.ipynb", ExerciseTests.Document(
            NotebookCell.Markdown("t", "# Solutions\n\n[Back](../01.ipynb)"), NotebookCell.Code("e1", "answer"))),
    ]));

    public void Dispose() => folder.Dispose();

    [Fact]
    public void All_pages_are_one_and_every_link_inside_leads_to_its_place()
    {
        IDocument page = Composed();

        Assert.Equal(
            ["Book", "Contents", "One#", "Two#", "Solutions#"], page.QuerySelectorAll("h1").Select(title => title.TextContent));
        Assert.Equal(["One", "Two", "Solutions"], page.QuerySelectorAll(".printed-contents li").Select(item => item.TextContent));
        Assert.All(page.QuerySelectorAll("a[href^='#']"), link =>
            Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
        Assert.Empty(page.QuerySelectorAll("a[href$='.html'], a[href*='.html#']"));
        string[] ids = [.. page.QuerySelectorAll("[id]").Select(element => element.Id!)];
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public void On_paper_code_is_open_and_solutions_are_an_appendix()
    {
        IDocument page = Composed();

        Assert.True(page.QuerySelector("details.hidden-source")!.HasAttribute("open"));
        Assert.Empty(page.QuerySelectorAll("details.solution, script"));
        Assert.Equal("answer", page.QuerySelectorAll("section.printed").Last().QuerySelector("pre.code")!.TextContent);
    }

    [FactRequires(ExternalTool.Chromium)]
    public void The_book_is_printed_with_its_outline_and_nothing_is_left_behind()
    {
        string target = folder["out/book.pdf"];
        Directory.CreateDirectory(folder["out"]);
        EditionPublisher.Publish(edition, folder["book"]);
        string[] before = Directory.GetFiles(folder["book"], "*", SearchOption.AllDirectories);

        BookPrinter.Print(edition, "Book", folder["book"], target);

        string pdf = Encoding.Latin1.GetString(File.ReadAllBytes(target));
        Assert.StartsWith("%PDF-", pdf);
        // A page for the title, the contents, and each chapter; the outline names them.
        Assert.InRange(pdf.Split("/Type /Page\n").Length - 1, 5, 8);
        Assert.Contains("/Outlines", pdf);
        Assert.Equal(before, Directory.GetFiles(folder["book"], "*", SearchOption.AllDirectories));
        Assert.Equal([target], Directory.GetFiles(folder["out"]));
    }

    private IDocument Composed() => new HtmlParser().ParseDocument(PrintedBook.Compose(
        edition, "Book", ["index.html", .. edition.Chapters]));
}

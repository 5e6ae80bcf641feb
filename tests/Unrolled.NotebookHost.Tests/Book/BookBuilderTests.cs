using AngleSharp.Dom;
using Unrolled.NotebookHost.Book;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Tests.Book;

public class BookBuilderTests(SampleBook book) : IClassFixture<SampleBook>
{
    [Fact]
    public void Every_notebook_has_a_page_where_it_stands_in_its_folder()
    {
        Assert.Equal(
            ["01-sample.html", "02-next.html", "index.html", "solutions/01-sample.html"],
            book.Edition.Files.Keys.Where(path => path.EndsWith(".html")));
    }

    [Fact]
    public void Every_local_link_script_style_and_image_leads_to_a_file_of_the_book()
    {
        foreach (string page in book.Edition.Files.Keys.Where(path => path.EndsWith(".html")))
        {
            foreach (string address in Addresses(book.Page(page)).Where(address => !address.StartsWith("https:")))
            {
                string path = address.Split('#')[0];
                string target = path == "" ? page : new Uri(new Uri($"file:///{page}"), path).AbsolutePath[1..];
                Assert.True(book.Edition.Files.ContainsKey(target), $"{page}: {address}");
                if (address.Contains('#'))
                    Assert.NotNull(book.Page(target).GetElementById(address[(address.IndexOf('#') + 1)..]));
            }
        }
        Assert.Empty(book.Edition.Warnings);
    }

    [Fact]
    public void No_page_asks_the_network_for_anything()
    {
        foreach (string page in book.Edition.Files.Keys.Where(path => path.EndsWith(".html")))
            Assert.DoesNotContain(
                book.Page(page).QuerySelectorAll("[src], link[href]"),
                element => (element.GetAttribute("src") ?? element.GetAttribute("href"))!.Contains("//"));
    }

    [Fact]
    public void First_page_shows_the_readme_and_every_chapter_with_its_opening()
    {
        IDocument index = book.Page("index.html");

        Assert.Equal("A Sample Book", index.QuerySelector("h1")!.TextContent);
        Assert.StartsWith("Three small notebooks", index.QuerySelector(".introduction")!.TextContent);
        Assert.Equal(
            ["01-sample.html", "02-next.html", "solutions/01-sample.html"],
            index.QuerySelectorAll(".index a").Select(link => link.GetAttribute("href")));
        Assert.StartsWith("How long does a single neuron remember?", index.QuerySelector(".index p")!.TextContent);
        Assert.Equal("Solutions", index.QuerySelector("main details > summary")!.TextContent);
    }

    [Fact]
    public void Contents_name_all_chapters_and_the_sections_of_the_current_one()
    {
        IDocument page = book.Page(SampleBook.SamplePage);

        Assert.Equal(2, page.QuerySelectorAll(".chapters > li > a").Length);
        Assert.Equal("solutions/01-sample.html", page.QuerySelector(".part a")!.GetAttribute("href"));
        Assert.False(page.QuerySelector(".part details")!.HasAttribute("open"));
        Assert.Equal(SampleBook.SamplePage, page.QuerySelector(".chapters a[aria-current=page]")!.GetAttribute("href"));
        Assert.Equal(
            ["The equation", "The code, one step", "What it shows", "Where it fails", "Exercises", "Exercises"],
            page.QuerySelectorAll(".sections a").Select(link => link.TextContent));
    }

    [Fact]
    public void Chapters_lead_to_their_neighbours()
    {
        IDocument page = book.Page("02-next.html");

        Assert.Equal("01-sample.html", page.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
        Assert.Equal("solutions/01-sample.html", page.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.Null(book.Page(SampleBook.SamplePage).QuerySelector("a[rel=prev]"));
    }

    [Fact]
    public void Page_can_be_read_without_seeing_it()
    {
        IDocument page = book.Page(SampleBook.SamplePage);

        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Single(page.QuerySelectorAll("main"));
        Assert.Equal("#main", page.Body!.QuerySelector("a")!.GetAttribute("href"));
        Assert.All(page.QuerySelectorAll("nav"), nav => Assert.NotEqual("", nav.GetAttribute("aria-label") ?? ""));
        Assert.All(page.QuerySelectorAll("img"), image => Assert.NotEqual("", image.GetAttribute("alt") ?? ""));
        Assert.All(page.QuerySelectorAll("pre"), block => Assert.Equal("0", block.GetAttribute("tabindex")));
    }

    [Fact]
    public void No_id_stands_twice_on_a_page()
    {
        string?[] ids = [.. book.Page(SampleBook.SamplePage).QuerySelectorAll("[id]").Select(element => element.Id)];

        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public void Notebook_that_did_not_run_says_so_below_its_title()
    {
        string path = Path.Combine(SampleBook.Repository, "notebooks", "02-next.ipynb");
        var notebook = new ExecutedNotebook(path, Notebook.Load(path), SkipReason: "no <package>.");

        Edition edition = BookBuilder.Build(new BookSource("Book", "", [notebook]));

        string html = System.Text.Encoding.UTF8.GetString(edition.Files["02-next.html"]);
        Assert.Contains(
            "</h1>\n<p class=\"skipped\" role=\"note\">This notebook was not run for this edition: no &lt;package&gt;.",
            html
            .Replace(
                "<a class=\"anchor\" href=\"#what-comes-next\" aria-label=\"Link to “What comes next”\">#</a>", ""));
    }

    [Fact]
    public void A_page_offers_its_notebook_as_it_ran()
    {
        string path = Path.Combine(SampleBook.Repository, "notebooks", "02-next.ipynb");
        var notebook = new ExecutedNotebook(path, Notebook.Load(path)) { Copy = "the executed copy" };

        Edition edition = BookBuilder.Build(new BookSource("Book", "", [notebook]));

        Assert.Equal("the executed copy", System.Text.Encoding.UTF8.GetString(edition.Files["02-next.ipynb"]));
        Assert.Contains(
            "<a href=\"02-next.ipynb\" download>Download this notebook as it ran</a>",
            System.Text.Encoding.UTF8.GetString(edition.Files["02-next.html"]));
        Assert.Null(book.Page("02-next.html").QuerySelector("a[download]"));
    }

    [Fact]
    public void Same_notebooks_give_the_same_bytes()
    {
        Edition again = new SampleBook().Edition;

        Assert.Equal(book.Edition.Files.Keys, again.Files.Keys);
        Assert.All(again.Files, file => Assert.Equal(book.Edition.Files[file.Key], file.Value));
    }

    [Fact]
    public void Book_without_notebooks_is_refused()
    {
        Assert.Throws<ArgumentException>(() => BookBuilder.Build(new BookSource("Book", "", [])));
    }

    private static IEnumerable<string> Addresses(IDocument page) =>
        page.QuerySelectorAll("[href], [src]")
            .Select(element => (element.GetAttribute("href") ?? element.GetAttribute("src"))!);
}

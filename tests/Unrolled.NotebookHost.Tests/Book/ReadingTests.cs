using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Unrolled.NotebookHost.Book;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Tests.Book;

/// <summary>What helps to read a page: language, formulas, folded code, links to the source, the first page.</summary>
public class ReadingTests
{
    [Theory]
    [InlineData("The gate (遗忘门) opens.", "遗忘门")]
    [InlineData("循环神经网络，简称“循环网络”。", "循环神经网络，简称“循环网络”。")]
    [InlineData("$\\text{门}$ 是门", "是门")]
    public void Chinese_is_marked_as_Chinese(string markdown, string expected)
    {
        Assert.Equal(
            [expected],
            SampleBook.OfProse(markdown).Page.QuerySelectorAll(".prose [lang=zh-Hans]").Select(run => run.TextContent));
    }

    [Fact]
    public void Nothing_is_marked_inside_of_markup_or_in_a_Chinese_notebook()
    {
        IDocument page = SampleBook.OfProse("<svg><text>门</text></svg>\n\n<img alt=\"门\" src=\"https://example.org/x\">").Page;

        Assert.Empty(page.QuerySelectorAll("[lang=zh-Hans]"));
        Assert.Equal("<p>门</p>", ChineseText.Mark("<p>门</p>", "zh-CN"));
    }

    [FactRequires(ExternalTool.KaTeX, ExternalTool.Npm)]
    public void Formulas_are_set_when_the_book_is_made_and_stand_without_scripts()
    {
        NotebookCell cell = NotebookCell.Markdown("m", "# $h_t$\n\n$x < 1$ and $x < 1$\n\n$$\\sum_i \\sigma(a_i)$$\n\n$\\broken{$");
        using FormulaTypesetter? typesetter = FormulaTypesetter.Start();

        Edition edition = BookBuilder.Build(
            new BookSource("Book", "", [new ExecutedNotebook("/book/n.ipynb", ExerciseTests.Document(cell))]), typesetter);

        IDocument page = Parse(edition, "n.html");
        Assert.All(page.QuerySelectorAll(".math"), formula => Assert.NotNull(formula.QuerySelector(".katex, .katex-error")));
        Assert.Single(page.QuerySelectorAll("main .math.display .katex-display"));
        Assert.NotEmpty(page.QuerySelectorAll("main .katex math"));
        Assert.Empty(page.QuerySelectorAll("script[src*=katex]"));
        Assert.NotEmpty(page.QuerySelectorAll("link[href*=katex]"));
    }

    [Theory]
    [InlineData("#!import \"setup.csx\"", "Imports")]
    [InlineData("new Figure(\"a\")\n    .Line(x)\n    .Line(y)\n    .Line(z)\n    .Caption(\"1.1\", \"It falls.\")", "Code of the figure")]
    [InlineData("new Figure(\"a\").Line(x).Caption(\"1.1\", \"It falls.\")", null)]
    [InlineData("var a = Train();\nvar b = 1;\nvar c = 1;\nvar d = 1;\nnew Figure()\n    .Caption(\"1.1\", \"It falls.\")", null)]
    [InlineData("double f = 1;\n\nf *\n2 *\n3 *\n4", null)]
    public void Code_that_only_imports_or_mostly_draws_is_folded(string source, string? summary)
    {
        IElement? folded = SampleBook.Of(NotebookCell.Code("c", source)).Page.QuerySelector("details.hidden-source summary");

        Assert.Equal(summary, folded?.TextContent);
    }

    [Fact]
    public void A_published_repository_is_linked_from_every_page_and_an_unpublished_one_from_none()
    {
        string root = SampleBook.Repository, path = Path.Combine(root, "notebooks", "02-next.ipynb");
        BookSource source = new("Book", "", [new ExecutedNotebook(path, Notebook.Load(path))]) { Root = root };

        IDocument page = Parse(
            BookBuilder.Build(source with { RepositoryUrl = "https://github.com/owner/name" }), "02-next.html");

        Assert.Equal(
            [
                "https://github.com/owner/name/blob/HEAD/notebooks/02-next.ipynb",
                "https://codespaces.new/owner/name",
                "https://github.com/owner/name/issues/new?title=notebooks%2F02-next.ipynb%3A%20",
            ],
            page.QuerySelectorAll(".download a").Select(link => link.GetAttribute("href")));
        Assert.Empty(Parse(BookBuilder.Build(source), "02-next.html").QuerySelectorAll(".download"));
    }

    [Fact]
    public void Address_and_questions_are_those_of_the_repository()
    {
        using TemporaryFolder folder = new();
        folder.Write("README.md", "# A book\n\nText.\n\n| no. | chapter | answers |\n|-|-|-|\n| 1 | [One](notebooks/1.ipynb) | Why *one*? |\n");
        folder.Write("Directory.Build.props", "<Project><PropertyGroup><RepositoryUrl>https://github.com/a/b/</RepositoryUrl></PropertyGroup></Project>");

        FrontMatter front = FrontMatter.Read(folder.Path);

        Assert.Equal("https://github.com/a/b", front.RepositoryUrl);
        Assert.Equal("Why <em>one</em>?", front.Questions[Path.Combine(folder.Path, "notebooks", "1.ipynb")]);
        folder.Write("Directory.Build.props", "<Project><PropertyGroup><RepositoryUrl></RepositoryUrl></PropertyGroup></Project>");
        Assert.Null(FrontMatter.Read(folder.Path).RepositoryUrl);
    }

    [Fact]
    public void A_notebook_named_index_is_the_first_page_and_no_chapter()
    {
        NotebookCell picture = NotebookCell.Code("c", "1");
        picture.Outputs = [new JsonObject
        {
            ["output_type"] = "display_data",
            ["data"] = new JsonObject { ["text/html"] = "<svg xmlns=\"http://www.w3.org/2000/svg\"><metadata>x</metadata></svg>" },
        }];
        Edition edition = BookBuilder.Build(new BookSource("Book", "",
        [
            new ExecutedNotebook("/book/01.ipynb", ExerciseTests.Document(NotebookCell.Markdown("m", "# One\n\n[Home](index.ipynb)"), picture)),
            new ExecutedNotebook("/book/index.ipynb", ExerciseTests.Document(NotebookCell.Markdown("m", "# Welcome"))),
        ]));

        IDocument index = Parse(edition, "index.html"), chapter = Parse(edition, "01.html");
        Assert.Equal("Welcome#", index.QuerySelector("h1")!.TextContent);
        Assert.Equal(["01.html"], index.QuerySelectorAll(".index a").Select(link => link.GetAttribute("href")));
        Assert.Equal("index.html", chapter.QuerySelector(".prose p a")!.GetAttribute("href"));
        string map = index.QuerySelector("img.map-picture")!.GetAttribute("src")!;
        Assert.Equal("<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>", Encoding.UTF8.GetString(edition.Files[map]));
        Assert.DoesNotContain("index-notebook.html", edition.Files.Keys);
    }

    [Fact]
    public void A_line_of_code_is_an_element_of_its_own_and_the_text_is_unchanged()
    {
        const string source = "string a = \"\"\"\n    one\n\n    \"\"\"; // x\nint b = 1;";

        IElement code = SampleBook.Of(NotebookCell.Code("c", source)).Page.QuerySelector("pre.code code")!;

        Assert.Equal(source, code.TextContent);
        Assert.Equal(source.Split('\n'), code.QuerySelectorAll(".line").Select(line => line.TextContent.TrimEnd('\n')));
        Assert.Equal("string", code.QuerySelectorAll(".line")[1].FirstElementChild!.ClassName);
    }

    private static IDocument Parse(Edition edition, string path) =>
        new HtmlParser().ParseDocument(Encoding.UTF8.GetString(edition.Files[path]));
}

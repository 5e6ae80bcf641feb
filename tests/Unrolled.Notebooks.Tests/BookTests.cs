using System.Text.RegularExpressions;

namespace Unrolled.Notebooks.Tests;

/// <summary>Every notebook runs from its first cell to its last, and what they show makes a book.</summary>
[Collection(ExecutedSeries.Name)]
public partial class BookTests(PublishedBook book) : IClassFixture<PublishedBook>
{
    public static TheoryData<string> Notebooks => [.. Repository.Notebooks, .. Repository.Solutions];

    [Fact]
    public void No_notebook_fails() => Assert.True(book.ExitCode == 0, book.Output);

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void Every_notebook_has_its_page_and_stands_in_the_index(string notebook)
    {
        Assert.True(File.Exists(book.Page(notebook)), book.Output);
        Assert.Contains($"href=\"{book.Address(notebook)}\"", File.ReadAllText(book.Index));
    }

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void A_page_loads_nothing_from_a_network(string notebook)
    {
        string page = book.Page(notebook), folder = Path.GetDirectoryName(page)!;
        string[] loaded = [.. Loaded().Matches(File.ReadAllText(page)).Select(match => match.Groups[1].Value)];

        Assert.NotEmpty(loaded);
        Assert.All(loaded, address => Assert.True(File.Exists(Path.Combine(folder, address)), address));
    }

    [FactRequires(ExternalTool.Chromium, ExternalTool.Npm)]
    public async Task In_a_browser_every_figure_is_interactive_and_every_formula_is_set()
    {
        foreach (string notebook in Repository.Notebooks)
        {
            string source = File.ReadAllText(book.Page(notebook));
            string shown = await Browser.DocumentOfAsync(book.Page(notebook));

            Assert.Equal(AsksForItsScript().Count(source), Interactive().Count(shown));
            Assert.Equal(Formula().Count(source), SetFormula().Count(shown));
            Assert.DoesNotContain("katex-error", shown);
        }
    }

    [GeneratedRegex("<(?:script|img|link)\\b[^>]*\\b(?:src|href)=\"(?!data:)([^\"]+)\"")]
    private static partial Regex Loaded();

    [GeneratedRegex("window\\.unrolled(?:Figures|Steps)=window\\.unrolled(?:Figures|Steps)\\|\\|\\[\\]\\)\\.push")]
    private static partial Regex AsksForItsScript();

    [GeneratedRegex("data-(?:upgraded|stepping)=\"done\"")]
    private static partial Regex Interactive();

    [GeneratedRegex("class=\"math( display)?\"")]
    private static partial Regex Formula();

    [GeneratedRegex("class=\"katex\"")]
    private static partial Regex SetFormula();
}

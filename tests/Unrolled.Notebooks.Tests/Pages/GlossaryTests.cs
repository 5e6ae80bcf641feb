using System.Text.RegularExpressions;
using Unrolled.NotebookHost.Notebooks;
using Unrolled.Notebooks.Tests.Architecture;

namespace Unrolled.Notebooks.Tests.Pages;

/// <summary>The glossary explains the terms of the chapters, and the chapters use the terms that it explains.</summary>
public partial class GlossaryTests
{
    private const string TermsCell = "terms";

    private static readonly IReadOnlyList<GlossaryTerm> Terms =
        Glossary.Read(File.ReadAllText(Path.Combine(Repository.Root, Glossary.Page)));

    public static TheoryData<string> Chapters => [.. Repository.Notebooks];

    [Fact]
    public void Every_term_is_introduced_by_the_cell_that_the_glossary_names()
    {
        string[] problems =
        [
            .. Terms.Where(term => term.Notebook is not null).Select(Problem).OfType<string>(),
        ];

        Assert.True(Terms.Count > 80, $"The glossary has {Terms.Count} terms.");
        Assert.True(problems.Length == 0, string.Join('\n', problems));
    }

    [Fact]
    public void Terms_are_sorted_and_none_is_there_twice()
    {
        string[] names = [.. Terms.Select(term => term.Name.ToLowerInvariant())];

        Assert.Equal(names.Order(StringComparer.Ordinal).Distinct(), names);
        Assert.Distinct(Terms.Select(term => term.Id));
    }

    [Theory]
    [MemberData(nameof(Chapters))]
    public void A_chapter_links_each_term_that_it_introduces_and_no_other(string chapter)
    {
        Notebook notebook = Load(chapter);
        string expected = LinksOf(notebook, chapter);

        if (AcceptedText.IsAccepting)
            Accept(notebook, chapter, expected);

        Assert.Equal(expected, notebook.Cells.FirstOrDefault(cell => cell.Id == TermsCell)?.Source ?? "");
    }

    [Theory]
    [MemberData(nameof(Chapters))]
    public void No_chapter_calls_a_term_by_another_name(string chapter)
    {
        string[] found = [.. OtherNamesIn(Prose(chapter))];

        Assert.True(found.Length == 0, $"{chapter}:\n{string.Join('\n', found)}");
    }

    [Theory]
    [InlineData("The hidden state (隐藏状态) is 0.", "隐藏状态; the series writes hidden state, 隐状态")]
    [InlineData("as in notebook 03", "notebook 03; the series writes chapter 03")]
    [InlineData("Notebooks 04 to 06 say so", "Notebooks 04; the series writes chapter 04")]
    [InlineData("a Cost function", "cost function; the series writes loss, 损失")]
    [InlineData("Run this notebook. The hidden state (隐状态) is 0.", "")]
    public void Another_name_is_found(string prose, string expected) =>
        Assert.Equal(expected, string.Join('\n', OtherNamesIn(prose)));

    [Theory]
    [InlineData("| a | 甲 | b |")]
    [InlineData("| a | 甲 | b | c | d | e |")]
    public void A_row_that_is_no_term_is_refused_with_what_it_should_be(string row)
    {
        string header = $"|{string.Concat(Enumerable.Repeat(" x |", row.Count(c => c == '|') - 1))}";

        var error = Assert.Throws<InvalidDataException>(
            () => Glossary.Read($"{header}\n{header.Replace(" x ", "---")}\n{row}\n"));

        Assert.Contains("is no term: expected an anchor with the name", error.Message);
    }

    private static string? Problem(GlossaryTerm term)
    {
        string path = Path.Combine(Repository.Root, term.Notebook!);
        if (!File.Exists(path))
            return $"{term.Name}: there is no {term.Notebook}.";
        NotebookCell? cell = Notebook.Load(path).Cells.FirstOrDefault(cell => cell.Id == term.Cell);
        if (cell is null)
            return $"{term.Name}: {term.Notebook} has no cell {term.Cell}.";
        string written = term.Chinese.Length > 0 ? term.Chinese : term.Name;
        return cell.Source.Contains(written, StringComparison.OrdinalIgnoreCase)
            ? null
            : $"{term.Name}: the cell {term.Cell} of {term.Notebook} does not say {written}.";
    }

    // The text of a chapter's cell of terms, in the order in which it introduces them; empty for none.
    private static string LinksOf(Notebook notebook, string chapter)
    {
        string[] cells = [.. notebook.Cells.Select(cell => cell.Id)];
        string[] links =
        [
            .. Terms.Where(term => term.Notebook == chapter.Replace('\\', '/'))
                .OrderBy(term => Array.IndexOf(cells, term.Cell))
                .Select(term => $"[{term.Name}](../{Glossary.Page}#{term.Id}) {term.Chinese}".TrimEnd()),
        ];
        return links.Length == 0
            ? ""
            : $"**Terms of this chapter**, in [the glossary](../{Glossary.Page}) 术语表: {string.Join(", ", links)}.";
    }

    private static void Accept(Notebook notebook, string chapter, string text)
    {
        string[] cells = [.. notebook.Cells.Select(cell => cell.Id)];
        int old = Array.IndexOf(cells, TermsCell);
        if (old >= 0)
            notebook.RemoveCellAt(old);
        if (text.Length > 0)
            notebook.InsertCell(
                old >= 0 ? old : Array.IndexOf(cells, "exercises"), NotebookCell.Markdown(TermsCell, text));
        notebook.Save(Path.Combine(Repository.Root, chapter));
    }

    private static IEnumerable<string> OtherNamesIn(string prose) =>
    [
        .. Terms.SelectMany(term => term.OtherNames
            .Where(name => Regex.IsMatch(
                prose, $@"(?<![A-Za-z]){Regex.Escape(name)}(?![A-Za-z])", RegexOptions.IgnoreCase))
            .Select(name => $"{name}; the series writes {term.Name}, {term.Chinese}")),
        .. NumberedNotebook().Matches(prose)
            .Select(match => $"{match.Value}; the series writes chapter {match.Groups[1].Value}"),
    ];

    private static string Prose(string chapter) => string.Join(
        "\n\n", Load(chapter).Cells.Where(cell => cell.Kind == CellKind.Markdown).Select(cell => cell.Source));

    private static Notebook Load(string chapter) => Notebook.Load(Path.Combine(Repository.Root, chapter));

    [GeneratedRegex(@"\b[Nn]otebooks? \[?(\d\d)\b")]
    private static partial Regex NumberedNotebook();
}

using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.Notebooks.Tests.Architecture;

/// <summary>Code fits the page of its reader: an editor's for the libraries, a book's for the notebooks.</summary>
public class LineTests
{
    private const int ColumnsOfLib = 120;
    private const int ColumnsOfCell = 88;
    private const int LinesOfCell = 25;

    public static TheoryData<string> Projects => [.. SourceProject.OfLib.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_line_of_the_libraries_and_the_host_is_wider_than_an_editor(string project)
    {
        SourceProject sources = SourceProject.OfLib[project];

        string[] wide =
        [
            .. sources.Trees.SelectMany(tree => tree.GetText().Lines
                .Where(line => line.Span.Length > ColumnsOfLib)
                .Select(line => $"{sources.Folder}/{tree.FilePath}:{line.LineNumber + 1}: {line.Span.Length}")),
        ];

        Assert.True(
            wide.Length == 0,
            $"Wrap each of these {wide.Length} lines, at {ColumnsOfLib} columns at most:\n"
            + string.Join('\n', wide.Take(20)));
    }

    [Fact]
    public void No_code_cell_is_wider_or_longer_than_a_page_but_the_listed_ones()
    {
        string[] cells = [.. Repository.Notebooks.Concat(Repository.Solutions).SelectMany(ExceptionsIn)];
        string accepted = AcceptedText.Read("CellExceptions.txt", string.Concat(cells.Select(cell => $"{cell}\n")));
        string[] listed = accepted.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        string[] added = [.. cells.Except(listed)];
        string[] gone = [.. listed.Except(cells)];

        Assert.True(
            added.Length == 0,
            $"Shorten these cells to {LinesOfCell} lines of {ColumnsOfCell} columns:\n{string.Join('\n', added)}");
        Assert.True(
            gone.Length == 0,
            "These cells are listed in CellExceptions.txt and are so no longer: strike them out, or run\n"
            + $"{AcceptedText.HowToAccept}\n{string.Join('\n', gone)}");
    }

    // A line an exception: the notebook, the cell, and the number that is too large.
    private static IEnumerable<string> ExceptionsIn(string notebook)
    {
        foreach (NotebookCell cell in Notebook.Load(Path.Combine(Repository.Root, notebook)).Cells)
        {
            if (cell.Kind != CellKind.Code)
                continue;
            string[] lines = cell.Source.Split('\n');
            int columns = lines.Max(line => line.Length);
            string name = $"{notebook.Replace('\\', '/')} {cell.Id}";
            if (columns > ColumnsOfCell)
                yield return $"{name}: {columns} columns";
            if (lines.Length > LinesOfCell)
                yield return $"{name}: {lines.Length} lines";
        }
    }
}

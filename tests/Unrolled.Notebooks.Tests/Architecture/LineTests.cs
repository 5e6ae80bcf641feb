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
    public void No_code_cell_is_wider_or_longer_than_a_page()
    {
        string[] cells = [.. Repository.AllNotebooks.SelectMany(TooLargeIn)];

        Assert.True(
            cells.Length == 0,
            $"Shorten these cells to {LinesOfCell} lines of {ColumnsOfCell} columns:\n{string.Join('\n', cells)}");
    }

    private static IEnumerable<string> TooLargeIn(string notebook)
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

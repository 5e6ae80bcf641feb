using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.Notebooks.Tests.ShownCode;

/// <summary>Code of the library that a notebook shows is the code that the library runs.</summary>
public class ShownCodeTests
{
    public static TheoryData<string, string, string> Cells
    {
        get
        {
            TheoryData<string, string, string> cells = [];
            foreach (string notebook in Repository.AllNotebooks)
                foreach (NotebookCell cell in Notebook.Load(Path.Combine(Repository.Root, notebook)).Cells)
                    if (ShownCell.Of(cell) is { } shown)
                        cells.Add($"{notebook}, {cell.Id}", shown.Reference, shown.Code);
            return cells;
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_cell_shows_the_library_as_it_is(string cell, string reference, string code)
    {
        string[] parts = reference.Split('#');
        Assert.True(parts.Length == 2, $"{cell}: expected FILE#MEMBER, and there is \"{reference}\".");

        LibraryMember member = new(File.ReadAllText(Path.Combine(Repository.Root, parts[0])), parts[1]);

        Assert.True(member.Holds(code), $"{cell}: this does not stand in {reference} in one piece:\n{code}");
    }
}

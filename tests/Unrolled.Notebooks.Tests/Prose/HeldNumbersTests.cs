using Unrolled.NotebookHost.Checking;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.Notebooks.Tests.Prose;

/// <summary>Every number of a chapter's prose is held by what its code computes.</summary>
public class HeldNumbersTests
{
    public static TheoryData<string> Chapters => [.. Repository.Notebooks, .. Repository.Companions];

    [Theory]
    [MemberData(nameof(Chapters))]
    public void Nothing_in_the_prose_is_unheld(string chapter)
    {
        Notebook notebook = Notebook.Load(Path.Combine(Repository.Root, chapter));

        string[] unheld =
        [
            .. UnheldNumbers.In(notebook, chapter)
                .Select(number => $"cell {number.CellId}: {number.Text}: {number.Line}"),
        ];

        Assert.True(
            unheld.Length == 0,
            $"Nothing holds these {unheld.Length} numbers; write claims for them, or leave them out:\n"
            + string.Join('\n', unheld));
    }
}

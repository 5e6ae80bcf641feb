using System.Text.RegularExpressions;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Book;

/// <summary>
/// An exercise of a chapter: a Markdown cell that begins with <c>**05-1 · Title.**</c>, the code below it that the
/// reader changes, and its solution, a cell of the same id in a notebook of the same name in another folder.
/// </summary>
/// <param name="Number">Such as <c>05-1</c>.</param>
/// <param name="Title">Its title in Markdown, without the full stop.</param>
/// <param name="TextId">The id of the cell that sets it.</param>
/// <param name="LastId">The id of its last cell: the check, or the code where nothing checks it.</param>
/// <param name="Solution">The cells of the solution in order: prose, code; empty for none.</param>
internal sealed partial record Exercise(
    string Number, string Title, string TextId, string LastId, IReadOnlyList<NotebookCell> Solution)
{
    /// <summary>Its anchor on the chapter's page.</summary>
    public string Anchor => $"cell-{TextId}";

    /// <summary>The exercises of a notebook in order.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="solutions">The notebook with the solutions; null for none.</param>
    public static IReadOnlyList<Exercise> Of(Notebook notebook, Notebook? solutions)
    {
        List<Exercise> found = [];
        IReadOnlyList<NotebookCell> cells = notebook.Cells;
        for (int i = 0; i < cells.Count; i++)
        {
            if (cells[i].Kind != CellKind.Markdown || Opening().Match(cells[i].Source) is not { Success: true } opening)
                continue;
            NotebookCell[] code = [.. cells.Skip(i + 1).TakeWhile(cell => cell.Kind == CellKind.Code)];
            found.Add(new Exercise(
                opening.Groups["number"].Value, opening.Groups["title"].Value.TrimEnd('.', ' '), cells[i].Id,
                code.LastOrDefault()?.Id ?? cells[i].Id,
                solutions is null ? [] : SolutionOf(code, solutions.Cells)));
        }
        return found;
    }

    // The solution's code cells and the prose right above the first of them.
    private static IReadOnlyList<NotebookCell> SolutionOf(NotebookCell[] code, IReadOnlyList<NotebookCell> solutions)
    {
        string[] ids = [.. code.Select(cell => cell.Id).Where(id => id.Length > 0)];
        int[] places = [.. solutions.Index().Where(cell => ids.Contains(cell.Item.Id)).Select(cell => cell.Index)];
        if (places.Length == 0)
            return [];
        int first = places[0];
        while (first > 0 && solutions[first - 1].Kind == CellKind.Markdown)
            first--;
        return [.. solutions.Skip(first).Take(places[^1] - first + 1)];
    }

    [GeneratedRegex(@"\A\s*\*\*(?<number>\d+-\d+) · (?<title>[^*\n]+)\*\*")]
    private static partial Regex Opening();
}

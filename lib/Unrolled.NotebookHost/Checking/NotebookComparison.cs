using System.Text.Json.Nodes;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Checking;

/// <summary>Compares a notebook that was run again with the saved one.</summary>
/// <param name="text">How texts are compared.</param>
internal sealed class NotebookComparison(TextComparison text)
{
    private readonly OutputComparison outputs = new(text);

    /// <summary>Whether a notebook has been saved with its outputs at all.</summary>
    public static bool IsSaved(Notebook committed) =>
        !committed.Cells.Any(cell => cell.Runs)
            || committed.Cells.Any(cell => cell.ExecutionCount is not null || cell.Outputs.Count > 0);

    /// <summary>
    /// The first difference of every cell that has one. Cells tagged <c>timing</c>, and those that do not run, are not
    /// compared.
    /// </summary>
    public IReadOnlyList<CellDifference> Differences(Notebook committed, Notebook now)
    {
        NotebookCell[] before = [.. CodeCells(committed)], after = [.. CodeCells(now)];
        List<CellDifference> differences = [];
        for (int i = 0; i < before.Length; i++)
            if (IsCompared(before[i]) && FirstDifference(before[i], after[i]) is var (where, wasText, isText))
                differences.Add(new CellDifference(i + 1, before[i].Id, where, wasText, isText));
        return differences;
    }

    private static IEnumerable<NotebookCell> CodeCells(Notebook notebook) =>
        notebook.Cells.Where(cell => cell.Kind == CellKind.Code);

    private static bool IsCompared(NotebookCell cell) => cell.Runs && !cell.HasTag(CellTags.Timing);

    private (string Where, string Committed, string Now)? FirstDifference(NotebookCell committed, NotebookCell now)
    {
        if (committed.ExecutionCount != now.ExecutionCount)
            return ("execution count", Count(committed), Count(now));
        JsonArray before = committed.Outputs, after = now.Outputs;
        for (int i = 0; i < Math.Max(before.Count, after.Count); i++)
            if (outputs.FirstDifference(OutputAt(before, i), OutputAt(after, i)) is var (where, wasText, isText))
                return ($"output {i + 1}{where}", wasText, isText);
        return null;
    }

    private static string Count(NotebookCell cell) => cell.ExecutionCount?.ToString() ?? "none";

    private static JsonObject? OutputAt(JsonArray outputs, int index) =>
        index < outputs.Count ? outputs[index]!.AsObject() : null;
}

/// <summary>The difference between a cell that was run again and the committed one.</summary>
/// <param name="Cell">Its 1-based number among the notebook's code cells.</param>
/// <param name="Id">Its id; empty where it has none.</param>
/// <param name="Where">The place within the cell: which output, which MIME type, which line.</param>
/// <param name="Committed">The text in the file.</param>
/// <param name="Now">The text of the new run.</param>
internal sealed record CellDifference(int Cell, string Id, string Where, string Committed, string Now);

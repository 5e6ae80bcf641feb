using System.Text.Json.Nodes;
using Unrolled.NotebookHost.Display;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Running;

/// <summary>
/// A notebook's executed copy, as <c>run --output-dir</c> writes it, taken in the place of another execution. The copy
/// may have further cells after the notebook's own, which are left out.
/// </summary>
internal static class ExecutedCopy
{
    private const string Beside = ".executed";

    /// <summary>The copy's path in a folder of executed copies.</summary>
    public static string PathOf(NotebookSource notebook, string folder) => Path.Combine(folder, notebook.OutputPath);

    /// <summary>
    /// The extension of a copy beside a notebook that was changed while it ran: <c>.executed.ipynb</c>, then
    /// <c>.executed-2.ipynb</c>.
    /// </summary>
    public static string ExtensionBeside(int number) =>
        number == 1 ? $"{Beside}.ipynb" : $"{Beside}-{number}.ipynb";

    /// <summary>Whether a file is such a copy.</summary>
    public static bool IsBeside(string path) =>
        Path.GetExtension(Path.GetFileNameWithoutExtension(path)) is var inner
        && (inner == Beside || (inner.StartsWith(Beside + "-") && inner[(Beside.Length + 1)..].All(char.IsAsciiDigit)));

    /// <summary>The text of an executed copy.</summary>
    /// <param name="document">The executed notebook, which is left as it is.</param>
    /// <param name="cells">The cells that ran, the injected one included.</param>
    /// <param name="claims">What the claims were found to be.</param>
    public static string TextOf(
        Notebook document, IEnumerable<NotebookCell> cells, IReadOnlyList<ClaimReport> claims)
    {
        JsonArray original = document.Json["cells"]!.AsArray();
        NotebookCell[] executed = [.. cells.Select(cell => cell.Clone())];
        ClaimFindings.Write(executed, claims);
        document.Json["cells"] = new JsonArray([.. executed.Select(cell => cell.Json)]);
        string text = document.ToCanonicalJson();
        document.Json["cells"] = original;
        return text;
    }

    /// <summary>Gives a notebook the outputs of its copy.</summary>
    /// <param name="source">The notebook.</param>
    /// <param name="document">The notebook as it was read; its outputs are replaced.</param>
    /// <param name="path">The copy.</param>
    /// <returns>The report that the execution would have given; its times are zero.</returns>
    public static NotebookReport Read(NotebookSource source, Notebook document, string path)
    {
        try
        {
            Notebook copy = Notebook.Load(path);
            if (WhyNotOf(document, copy) is { } reason)
                return Failed($"the executed copy {path} is not of this notebook: {reason}; execute it again");
            if (ClaimFindings.Read(document, copy, source.Name) is not { } claims)
                return Failed(
                    $"the executed copy {path} is not of this notebook: its claims differ; execute it again");
            CellReport[] cells = TakeOutputs(document, copy);
            bool failed = cells.Any(cell => cell.Outcome == CellOutcome.Failed)
                || claims.Any(claim => claim.Outcome == ClaimOutcome.Fails);
            return cells.Any(cell => cell.Outcome == CellOutcome.NotRun) && !failed
                ? Failed($"the executed copy {path} was not run to its end")
                : new NotebookReport(
                    source, failed ? NotebookOutcome.Failed : NotebookOutcome.Passed, cells, Document: document)
                {
                    Claims = claims,
                };
        }
        catch (Exception exception)
            when (exception is NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            return Failed($"the executed copy cannot be read: {exception.Message}");
        }

        NotebookReport Failed(string reason) =>
            new(source, NotebookOutcome.Failed, [], Reason: $"{source.Name}: {reason}", Document: document);
    }

    // Null when the copy begins with the notebook's own code cells, in their order and with their text.
    private static string? WhyNotOf(Notebook notebook, Notebook copy)
    {
        NotebookCell[] own = CodeCells(notebook), executed = CodeCells(copy);
        for (int i = 0; i < own.Length; i++)
        {
            string cell = $"cell {i + 1}{(own[i].Id.Length > 0 ? $" (id {own[i].Id})" : "")}";
            if (i >= executed.Length)
                return $"{cell} is missing in it";
            if (own[i].Id != executed[i].Id)
                return $"where the notebook has {cell}, it has the cell {executed[i].Id}";
            if (LineDifference.Between(executed[i].Source, own[i].Source) is { } difference)
                return $"{cell} differs in line {difference.Line}";
        }
        return null;
    }

    private static CellReport[] TakeOutputs(Notebook notebook, Notebook copy) =>
    [
        .. CodeCells(notebook).Zip(CodeCells(copy)).Select((pair, i) =>
        {
            (NotebookCell own, NotebookCell executed) = pair;
            if (own.Runs)
            {
                own.ExecutionCount = executed.ExecutionCount;
                own.Outputs = executed.Outputs.DeepClone().AsArray();
            }
            return new CellReport(i + 1, own.Id, own.Source, OutcomeOf(own), Error: UnexpectedError(own));
        }),
    ];

    private static NotebookCell[] CodeCells(Notebook notebook) =>
        [.. notebook.Cells.Where(cell => cell.Kind == CellKind.Code)];

    private static CellOutcome OutcomeOf(NotebookCell cell) =>
        !cell.Runs ? CellOutcome.Skipped
        : cell.ExecutionCount is null ? CellOutcome.NotRun
        : UnexpectedError(cell) is null ? CellOutcome.Passed
        : CellOutcome.Failed;

    private static ErrorOutput? UnexpectedError(NotebookCell cell) =>
        cell.Runs && !cell.HasTag(CellTags.RaisesException)
            ? cell.Outputs.OfType<JsonObject>()
                .Where(output => output.TextAt("output_type") == "error")
                .Select(error => new ErrorOutput(
                    error.TextAt("ename") ?? "", error.TextAt("evalue") ?? "", error.TextsAt("traceback"), Line: null))
                .LastOrDefault()
            : null;
}

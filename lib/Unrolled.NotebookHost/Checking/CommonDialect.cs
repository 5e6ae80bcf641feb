using Unrolled.NotebookHost.Execution;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Checking;

/// <summary>
/// The rules by which one notebook runs unchanged in .NET Interactive, ClrKernel, Verso and this host: one import in
/// the first code cell, the usings in the second, then C# that all of them compile and show alike. Nothing is run.
/// </summary>
internal static class CommonDialect
{
    private const string Import = "#!import";

    /// <summary>
    /// The violations of the rules, one line each for the user; empty for a notebook that keeps them.
    /// </summary>
    public static IEnumerable<string> Problems(Notebook notebook, NotebookSource source)
    {
        NotebookCell[] code = [.. notebook.Cells.Where(cell => cell.Kind == CellKind.Code)];
        foreach (string problem in KernelMetadata.Problems(notebook))
            yield return $"{source.Name}: {problem}";
        if (code.Length < 2)
        {
            yield return $"{source.Name}: expected a first code cell with {Import} and a second with the using lines";
            yield break;
        }
        ImportedReferences imported = ImportedReferences.Of(code[0].Source, source.Folder);
        if (imported.Problem is { } missing)
            yield return Line(source, code[0], 1, new DialectProblem(null, missing));
        CommonCompilation compilation = new(imported.References);
        for (int i = 1; i < code.Length; i++)
            foreach (DialectProblem problem in InCell(
                code[i], isUsingCell: i == 1, imported.Problem is null ? compilation : null))
                yield return Line(source, code[i], i + 1, problem);
    }

    private static IEnumerable<DialectProblem> InCell(
        NotebookCell cell, bool isUsingCell, CommonCompilation? compilation)
    {
        DialectProblem[] problems =
        [
            .. CellSplitter.Split(cell.Source).OfType<DirectivePart>().Select(part => new DialectProblem(
                part.Line,
                $"{part.Name}: not every kernel has this directive; only {Import} in the first code cell is common")),
            .. SyntaxRules.Problems(cell.Source, isUsingCell),
        ];
        // A compile error may be intended, to be shown.
        bool compiles = problems.Length == 0 && compilation is not null && !cell.HasTag(CellTags.RaisesException);
        return compiles ? compilation!.Add(cell.Source) : problems;
    }

    private static string Line(NotebookSource source, NotebookCell cell, int number, DialectProblem problem)
    {
        string id = cell.Id.Length > 0 ? $" (id {cell.Id})" : "";
        string line = problem.Line is { } at ? $", line {at}" : "";
        return $"{source.Name}: cell {number}{id}{line}: {problem.Message}";
    }
}

/// <summary>Something that at least one C# kernel does not understand.</summary>
/// <param name="Line">The 1-based line of the cell; null where the whole cell or notebook is meant.</param>
/// <param name="Message">The problem, the kernel that fails, and the replacement.</param>
internal sealed record DialectProblem(int? Line, string Message);

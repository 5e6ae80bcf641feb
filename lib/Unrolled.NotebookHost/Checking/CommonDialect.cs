using System.Text;
using Unrolled.NotebookHost.Execution;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Checking;

/// <summary>
/// The rules by which one notebook runs unchanged in .NET Interactive, ClrKernel, Verso and this host: one import in
/// the first code cell, then C# that all of them compile and show alike. A notebook that requires packages of its own
/// references them in its second code cell; its cells are compiled where the packages are given. Nothing is run.
/// </summary>
internal static class CommonDialect
{
    private const string Import = "#!import";

    /// <summary>
    /// The violations of the rules, one line each for the user; empty for a notebook that keeps them.
    /// </summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="source">Its file.</param>
    /// <param name="packages">
    /// The libraries of the packages that it requires; null where they are lacking, and then its cells are not
    /// compiled.
    /// </param>
    /// <exception cref="NotebookFormatException">
    /// The metadata's list of required packages or a cell's list of claims is malformed.
    /// </exception>
    public static IEnumerable<string> Problems(
        Notebook notebook, NotebookSource source, IReadOnlyList<string>? packages = null)
    {
        NotebookCell[] code = [.. notebook.Cells.Where(cell => cell.Kind == CellKind.Code)];
        IReadOnlyList<PackageRequirement> required = PackageRequirement.Of(notebook, source.Name);
        foreach (string problem in KernelMetadata.Problems(notebook))
            yield return $"{source.Name}: {problem}";
        if (code.Length == 0 || (code.Length == 1 && required.Count > 0))
        {
            yield return $"{source.Name}: expected a first code cell with {Import} \"setup.csx\""
                + (required.Count > 0 ? " and a second with the packages that the notebook requires" : "");
            yield break;
        }
        ImportedScript imported = ImportedScript.Of(code[0].Source, source.Folder);
        bool compiles = required.Count == 0 || packages is not null;
        CommonCompilation? compilation = imported.Problem is null ? new(imported, packages ?? []) : null;
        if ((imported.Problem ?? compilation?.Problem) is { } unusable)
            yield return Line(source, code[0], 1, new DialectProblem(null, unusable));
        bool isForOneKernel = KernelRequirement.Of(notebook, source.Name) is not null;
        int number = 0;
        foreach (NotebookCell cell in notebook.Cells)
        {
            if (cell.Kind == CellKind.Code && number++ is var i and > 0)
                foreach (DialectProblem problem in i == 1 && required.Count > 0
                    ? InPackageCell(cell, required, compiles ? compilation : null)
                    : InCell(cell, required.Count > 0, isForOneKernel, compiles ? compilation : null))
                    yield return Line(source, cell, i + 1, problem);
            foreach (Claim claim in Claim.Of(cell, source.Name))
                foreach (string problem in InClaim(claim, compiles ? compilation : null))
                    yield return $"{source.Name}: cell {cell.Id}: {problem}";
            foreach (string problem in QuotationRules.Problems(notebook, cell, source.Name))
                yield return $"{source.Name}: cell {cell.Id}: {problem}";
        }
    }

    /// <summary>
    /// Whether a code cell has letters outside ASCII, which is no violation: see docs/clrkernel-utf8.md.
    /// </summary>
    public static bool HasLettersOutsideAscii(Notebook notebook) =>
        notebook.Cells.Any(cell => cell.Kind == CellKind.Code && !Ascii.IsValid(cell.Source));

    private static IEnumerable<DialectProblem> InPackageCell(
        NotebookCell cell, IReadOnlyList<PackageRequirement> required, CommonCompilation? compilation)
    {
        DialectProblem[] problems =
        [
            .. PackageCell.Problems(cell.Source, required), .. SyntaxRules.Problems(cell.Source, UsingLines.Allowed),
        ];
        return problems.Length == 0 && compilation is not null
            ? compilation.Add(CellSplitter.CodeOf(cell.Source))
            : problems;
    }

    private static IEnumerable<DialectProblem> InCell(
        NotebookCell cell, bool hasPackageCell, bool isForOneKernel, CommonCompilation? compilation)
    {
        DialectProblem[] problems =
        [
            .. CellSplitter.Split(cell.Source).OfType<DirectivePart>().Select(part => new DialectProblem(
                part.Line,
                $"{part.Name}: not every kernel has this directive; only {Import} in the first code cell is common")),
            .. SyntaxRules.Problems(
                cell.Source, hasPackageCell ? UsingLines.InSecondCell : UsingLines.InImportedFile, isForOneKernel),
        ];
        // A compile error may be intended, to be shown.
        bool compiles = problems.Length == 0 && compilation is not null
            && !cell.HasTag(CellTags.RaisesException);
        return compiles ? compilation!.Add(cell.Source, cell.HasTag(CellTags.Timing)) : problems;
    }

    // Behind a cell that does not compile every condition would fail, and with it the first error be hidden.
    private static IEnumerable<string> InClaim(Claim claim, CommonCompilation? compilation) =>
        compilation is null or { IsBroken: true } ? [] : ClaimRules.Problems(claim, compilation);

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

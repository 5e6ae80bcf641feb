using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Unrolled.NotebookHost.Cells;
using Unrolled.NotebookHost.Execution;

namespace Unrolled.NotebookHost.Checking;

/// <summary>
/// Compiles cells one after another with the namespaces that every kernel imports, those of the imported file, and no
/// other.
/// </summary>
internal sealed class CommonCompilation
{
    private static readonly ImmutableArray<string> Imports =
    [
        "System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks",
        "System.Linq", typeof(CellFunctions).FullName!,
    ];

    // A cell uses a library that was built for an older .NET, as MathNet's complex eigenvalues were. No text of a cell
    // can change that, and every build of the .NET SDK leaves this message out.
    private const string VersionUnification = "CS1701";

    private readonly ImportedScript imported;
    private readonly TimedNames timed = new();
    private CSharpCompilation previous;
    private bool isBroken;

    /// <summary>Compiles the imported file.</summary>
    /// <param name="imported">The file; one that can be used.</param>
    /// <param name="packages">The libraries of the packages that the notebook requires.</param>
    public CommonCompilation(ImportedScript imported, IReadOnlyList<string> packages)
    {
        this.imported = imported;
        previous = CSharpCompilation.CreateScriptCompilation(
            "cell",
            CSharpSyntaxTree.ParseText(imported.Usings, ScriptChain.ParseOptions),
            [
                .. FrameworkReferences.All,
                AssemblyReferences.FromFile(typeof(CellFunctions).Assembly.Location),
                .. imported.References,
                .. packages.Select(AssemblyReferences.FromFile),
            ],
            Options.WithUsings(Imports),
            returnType: typeof(object));
        if (FirstError() is { } error)
            Problem = $"{imported.Name}, line {LineOf(error)}: {Text(error)}; correct the <Using> items of the "
                + "project that writes it";
        isBroken = Problem is not null;
    }

    /// <summary>The first error of the imported file; null when there is none.</summary>
    public string? Problem { get; }

    private static CSharpCompilationOptions Options { get; } =
        new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true);

    /// <summary>Whether a cell did not compile, so that nothing after it can be judged.</summary>
    public bool IsBroken => isBroken;

    /// <summary>
    /// The problems of the next cell: its first error; without one, what else the compiler says, which .NET Interactive
    /// prints above the result, and values that kernels do not show alike. Nothing is reported after the first cell
    /// that has an error: the later ones would only repeat it.
    /// </summary>
    /// <param name="source">The cell's text.</param>
    /// <param name="isTimed">Whether the cell measures time.</param>
    public IEnumerable<DialectProblem> Add(string source, bool isTimed = false)
    {
        if (isBroken)
            return [];
        previous = Draft(source);
        Diagnostic? first = FirstError();
        isBroken = first is not null;
        if (!isBroken)
            timed.Add(previous, isTimed);
        return first is not null ? [OfCell(first)] : Messages().Concat(ShownTypes.Problems(previous));
    }

    /// <summary>A text as the next cell; nothing changes.</summary>
    public CSharpCompilation Draft(string source) => CSharpCompilation.CreateScriptCompilation(
        "cell",
        CSharpSyntaxTree.ParseText(source, ScriptChain.ParseOptions),
        null,
        Options,
        previous,
        typeof(object));

    /// <summary>Whether the value of a variable or function comes from a measured time.</summary>
    public bool IsTimed(ISymbol symbol) => timed.Contains(symbol);

    private Diagnostic? FirstError() => previous.GetDiagnostics()
        .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
        .MinBy(diagnostic => diagnostic.Location.SourceSpan.Start);

    private IEnumerable<DialectProblem> Messages() => previous.GetDiagnostics()
        .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Info && diagnostic.Id != VersionUnification)
        .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
        .Select(diagnostic => new DialectProblem(
            LineOf(diagnostic),
            $"{diagnostic.Severity.ToString().ToLowerInvariant()} {Text(diagnostic)}, which .NET Interactive prints "
            + "above the result; write it so that the compiler has nothing to say"));

    private DialectProblem OfCell(Diagnostic error) => new(
        LineOf(error),
        $"{Text(error)}, with no namespace imported but those that every kernel imports and those of "
        + imported.Name);

    private static int LineOf(Diagnostic error) => error.Location.GetLineSpan().StartLinePosition.Line + 1;

    private static string Text(Diagnostic error) => $"{error.Id}: {error.GetMessage().TrimEnd('.')}";
}

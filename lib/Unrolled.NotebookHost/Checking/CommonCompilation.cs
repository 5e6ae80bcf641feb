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

    private readonly ImportedScript imported;
    private CSharpCompilation previous;
    private bool isBroken;

    /// <summary>Compiles the imported file.</summary>
    /// <param name="imported">The file; one that can be used.</param>
    public CommonCompilation(ImportedScript imported)
    {
        this.imported = imported;
        previous = CSharpCompilation.CreateScriptCompilation(
            "cell",
            CSharpSyntaxTree.ParseText(imported.Usings, ScriptChain.ParseOptions),
            [
                .. FrameworkReferences.All,
                AssemblyReferences.FromFile(typeof(CellFunctions).Assembly.Location),
                .. imported.References,
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

    /// <summary>
    /// The first error of the next cell. No error is reported after the first cell that has one: the later ones would
    /// only repeat it.
    /// </summary>
    public IEnumerable<DialectProblem> Add(string source)
    {
        if (isBroken)
            return [];
        previous = CSharpCompilation.CreateScriptCompilation(
            "cell",
            CSharpSyntaxTree.ParseText(source, ScriptChain.ParseOptions),
            null,
            Options,
            previous,
            typeof(object));
        Diagnostic? first = FirstError();
        isBroken = first is not null;
        return first is null ? [] : [OfCell(first)];
    }

    private Diagnostic? FirstError() => previous.GetDiagnostics()
        .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
        .MinBy(diagnostic => diagnostic.Location.SourceSpan.Start);

    private DialectProblem OfCell(Diagnostic error) => new(
        LineOf(error),
        $"{Text(error)}, with no namespace imported but those that every kernel imports and those of "
        + imported.Name);

    private static int LineOf(Diagnostic error) => error.Location.GetLineSpan().StartLinePosition.Line + 1;

    private static string Text(Diagnostic error) => $"{error.Id}: {error.GetMessage().TrimEnd('.')}";
}

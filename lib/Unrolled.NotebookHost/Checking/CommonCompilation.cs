using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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

    // A library was built against an older version of the framework than the one that runs: no text of a cell can
    // change that, and every build of the .NET SDK leaves the message out.
    private const string VersionUnification = "CS1701";

    private readonly ImportedScript imported;
    private readonly HashSet<string> timed = [];
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
        if (isTimed && !isBroken)
            timed.UnionWith(AssignedIn(previous));
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

    /// <summary>Whether a variable or function is declared or assigned in a cell that measures time.</summary>
    public bool IsTimed(ISymbol symbol) => timed.Contains(symbol.Name);

    // The names that a cell declares at its top level, and those that it assigns.
    private static IEnumerable<string> AssignedIn(CSharpCompilation cell)
    {
        SyntaxTree tree = cell.SyntaxTrees[0];
        SemanticModel model = cell.GetSemanticModel(tree);
        IEnumerable<string> assigned = tree.GetRoot().DescendantNodes().OfType<AssignmentExpressionSyntax>()
            .Select(assignment => model.GetSymbolInfo(assignment.Left).Symbol)
            .OfType<IFieldSymbol>()
            .Where(field => field.ContainingType.IsScriptClass)
            .Select(field => field.Name);
        return cell.ScriptClass!.GetMembers().Where(member => !member.IsImplicitlyDeclared)
            .Select(member => member.Name).Concat(assigned);
    }

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

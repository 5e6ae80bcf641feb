using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Unrolled.NotebookHost.Cells;
using Unrolled.NotebookHost.Execution;

namespace Unrolled.NotebookHost.Checking;

/// <summary>Compiles cells one after another with the namespaces that every kernel imports and no other.</summary>
/// <param name="references">The notebook's references beside the framework.</param>
internal sealed class CommonCompilation(ImmutableArray<PortableExecutableReference> references)
{
    private static readonly ImmutableArray<string> Imports =
    [
        "System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks",
        "System.Linq",
        typeof(CellFunctions).FullName!,
    ];

    private CSharpCompilation? previous;
    private bool isBroken;

    /// <summary>
    /// The first error of the next cell; none once a cell has had one, because those after it would only repeat it.
    /// </summary>
    public IEnumerable<DialectProblem> Add(string source)
    {
        if (isBroken)
            return [];
        previous = Compile(source);
        Diagnostic? first = previous.GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .MinBy(diagnostic => diagnostic.Location.SourceSpan.Start);
        isBroken = first is not null;
        return first is null ? [] : [Problem(first)];
    }

    private CSharpCompilation Compile(string source)
    {
        CSharpCompilationOptions options = new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true);
        SyntaxTree tree = CSharpSyntaxTree.ParseText(source, ScriptChain.ParseOptions);
        return previous is null
            ? CSharpCompilation.CreateScriptCompilation(
                "cell", tree, AllReferences(), options.WithUsings(Imports), returnType: typeof(object))
            : CSharpCompilation.CreateScriptCompilation("cell", tree, null, options, previous, typeof(object));
    }

    private IEnumerable<MetadataReference> AllReferences() =>
        [.. FrameworkReferences.All, AssemblyReferences.FromFile(typeof(CellFunctions).Assembly.Location),
            .. references];

    private static DialectProblem Problem(Diagnostic error) => new(
        error.Location.GetLineSpan().StartLinePosition.Line + 1,
        $"{error.Id}: {error.GetMessage().TrimEnd('.')}, with no namespace imported but those that every kernel "
        + "imports");
}

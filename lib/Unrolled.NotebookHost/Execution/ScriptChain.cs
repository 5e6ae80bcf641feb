using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using Unrolled.NotebookHost.Cells;
using Unrolled.NotebookHost.Display;

namespace Unrolled.NotebookHost.Execution;

/// <summary>
/// The chain of Roslyn script submissions that a notebook's cells make. It compiles with Roslyn's script semantics and
/// loads the result itself: <c>CSharpScript</c> would load every reference into a context of its own, so that two
/// libraries that share a dependency would not share its types, and native libraries would not be found.
/// </summary>
internal sealed class ScriptChain(NotebookLoadContext loadContext)
{
    private static readonly ImmutableArray<string> Imports =
    [
        "System", "System.IO", "System.Text", "System.Collections", "System.Collections.Generic",
        "System.Threading.Tasks", "System.Linq", typeof(CellFunctions).FullName!,
    ];

    private static readonly ImmutableArray<PortableExecutableReference> FirstReferences =
        [.. FrameworkReferences.All, AssemblyReferences.Of(typeof(CellFunctions).Assembly)];

    private readonly CSharpCompilationOptions compilationOptions =
        new(OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: OptimizationLevel.Release,
            allowUnsafe: true,
            metadataReferenceResolver: new MissingReferenceResolver(loadContext),
            // The desktop's reads policies in XML, which a browser does not have.
            assemblyIdentityComparer: OperatingSystem.IsBrowser()
                ? AssemblyIdentityComparer.Default
                : DesktopAssemblyIdentityComparer.Default);

    // Not reset with the state: a load context takes each assembly name once.
    private int submissionCount;

    /// <summary>How every text is parsed.</summary>
    public static CSharpParseOptions ParseOptions { get; } =
        new(LanguageVersion.Latest, DocumentationMode.Parse, SourceCodeKind.Script);

    /// <summary>The state after the submissions so far; set it to return to an earlier one.</summary>
    public ScriptState State { get; set; } = new(null, [null], FirstReferences, FirstReferences, []);

    /// <summary>
    /// The variables of all submissions; of several with one name only the last, as the next cell sees it.
    /// </summary>
    public IReadOnlyList<ScriptVariable> Variables =>
        [.. State.Submissions
            .Where(submission => submission is not null)
            .SelectMany(submission => VariablesOf(submission!, State.Unassigned))
            .GroupBy(variable => variable.Name)
            .Select(sameName => sameName.Last())];

    /// <summary>
    /// Makes assemblies known to the submissions that follow. One whose name a submission has met already stays what it
    /// was, as the framework's do; one that none has met yet is replaced by another of its name.
    /// </summary>
    /// <param name="dependencies">The source of their dependencies at run time.</param>
    /// <param name="paths">The assemblies that cells can name.</param>
    public void Reference(IDependencySource dependencies, IEnumerable<string> paths)
    {
        loadContext.Add(dependencies);
        ImmutableArray<PortableExecutableReference> added =
            [.. paths.Where(path => PathInUse(Path.GetFileNameWithoutExtension(path)) is null)
                .Select(AssemblyReferences.FromFile)];
        var names = added.Select(SimpleName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        State = State with
        {
            References = [.. State.References.Where(known => !names.Contains(SimpleName(known))), .. added],
            NewReferences = [.. State.NewReferences.Where(known => !names.Contains(SimpleName(known))), .. added],
        };
    }

    /// <summary>The file in use for an assembly's name; null while there is none.</summary>
    public string? PathInUse(string simpleName) =>
        loadContext.LoadedPath(simpleName)
        ?? FirstReferences.Concat(State.References.Except(State.NewReferences))
            .FirstOrDefault(
                known => SimpleName(known).Equals(simpleName, StringComparison.OrdinalIgnoreCase))?.FilePath;

    /// <summary>
    /// Compiles and runs one submission. If it fails while it runs, what it declared and assigned so far is kept.
    /// </summary>
    /// <exception cref="CellFailedException">It does not compile.</exception>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public async Task<SubmissionResult> RunAsync(string text, ScriptSource source, CancellationToken interrupt)
    {
        (CSharpCompilation compilation, Func<object?[], Task<object?>>? run) = Build(text, source, interrupt);
        if (run is null)
        {
            State = State with { Previous = compilation };
            return new SubmissionResult(HasValue: false, Value: null);
        }

        object?[] submissions = [.. State.Submissions, null];
        try
        {
            object? value = interrupt.CanBeCanceled
                ? await CellThread.RunAsync(() => run(submissions), interrupt)
                : await run(submissions);
            Keep(compilation, submissions);
            return new SubmissionResult(EndsInValue(compilation), value);
        }
        catch (Exception exception) when (submissions[^1] is { } submission)
        {
            StoppedSubmission stopped = new(compilation, submission, exception);
            if (stopped.Declarations() is { } declarations)
                Keep(declarations, submissions, stopped.Unassigned);
            throw;
        }
    }

    // A submission without declarations leaves its slot empty, and the next one takes it.
    private void Keep(CSharpCompilation compilation, object?[] submissions, params IEnumerable<FieldInfo> unassigned) =>
        State = State with
        {
            Previous = compilation,
            Submissions = submissions[^1] is null ? State.Submissions : [.. submissions],
            NewReferences = [],
            Unassigned = State.Unassigned.Union(unassigned),
        };

    // Code that cannot be interrupted is compiled as it is written.
    private (CSharpCompilation Compilation, Func<object?[], Task<object?>>? Run) Build(
        string text, ScriptSource source, CancellationToken interrupt)
    {
        CSharpCompilation written = Compile(text, source.Name, SubmissionNames.Of(submissionCount++));
        if (!interrupt.CanBeCanceled)
            return (written, Load(written, source, interrupt));
        CSharpCompilation checking = InterruptChecks.Insert(written);
        try
        {
            return (checking, Load(checking, source, interrupt));
        }
        catch (CellFailedException)
        {
            // Errors are reported for the text as it is written; a check that does not fit somewhere is left out.
            return (written, Load(written, source, interrupt));
        }
    }

    /// <summary>A text as the next submission would see it; nothing runs and nothing changes.</summary>
    public CSharpCompilation Draft(string text) => Compile(text, "", SubmissionNames.Of(submissionCount));

    private CSharpCompilation Compile(string text, string name, string submission)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), ParseOptions, name);
        CSharpCompilationOptions options = compilationOptions.WithScriptClassName(submission);

        // A submission inherits the usings of those before it.
        if (State.Previous is null)
            options = options.WithUsings(Imports);
        return CSharpCompilation.CreateScriptCompilation(
            submission, tree, State.NewReferences, options, State.Previous, typeof(object));
    }

    // Null where there is nothing to run, as in a cell of using lines.
    private Func<object?[], Task<object?>>? Load(
        CSharpCompilation compilation, ScriptSource source, CancellationToken interrupt)
    {
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        EmitResult emitted = compilation.Emit(
            image,
            symbols,
            options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb),
            cancellationToken: interrupt);
        if (!emitted.Success && !emitted.Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
            return null;
        if (!emitted.Success)
            throw new CellFailedException(CompilationReport.Of(emitted.Diagnostics, source));

        image.Position = symbols.Position = 0;
        Assembly assembly = loadContext.LoadFromStream(image, symbols);
        IMethodSymbol entryPoint = compilation.GetEntryPoint(interrupt)!;
        return assembly.GetType(entryPoint.ContainingType.MetadataName, throwOnError: true)!
            .GetMethod(entryPoint.MetadataName, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
            .CreateDelegate<Func<object?[], Task<object?>>>();
    }

    /// <summary>The expression whose value a text ends in; null where it ends in a statement.</summary>
    public static ExpressionSyntax? LastExpression(CompilationUnitSyntax text) => text.Members.LastOrDefault() switch
    {
        GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last } =>
            last.Expression,
        GlobalStatementSyntax { Statement: ReturnStatementSyntax { Expression: { } returned } } => returned,
        _ => null,
    };

    private static bool EndsInValue(CSharpCompilation compilation)
    {
        SyntaxTree tree = compilation.SyntaxTrees[0];
        return LastExpression(tree.GetCompilationUnitRoot()) is { } last
            && compilation.GetSemanticModel(tree).GetTypeInfo(last).Type?.SpecialType != SpecialType.System_Void;
    }

    private static IEnumerable<ScriptVariable> VariablesOf(object submission, ISet<FieldInfo> unassigned) =>
        submission.GetType()
            .GetFields(BindingFlags.Instance | BindingFlags.Public)
            .Where(field => !field.Name.Contains('<') && !unassigned.Contains(field))
            .OrderBy(field => field.MetadataToken)
            .Select(field => new ScriptVariable(field.Name, field.FieldType, field.GetValue(submission)));

    private static string SimpleName(PortableExecutableReference reference) =>
        Path.GetFileNameWithoutExtension(reference.FilePath!);
}

/// <summary>A text that runs: a cell, or a file that a cell imports.</summary>
/// <param name="Name">Its name in errors: <c>cell 3</c>, <c>setup.csx</c>.</param>
/// <param name="Text">The whole text, directives included.</param>
/// <param name="Directory">The base of relative paths in its directives: the folder of the file.</param>
/// <param name="FilePath">The full path of an imported file; null for a cell.</param>
internal sealed record ScriptSource(string Name, string Text, string Directory, string? FilePath = null)
{
    /// <summary>A path of one of this text's directives, made absolute.</summary>
    public string Resolve(string path) => Path.GetFullPath(Path.Combine(Directory, path));
}

/// <summary>The state after the submissions so far. Immutable, so that an earlier state can be restored.</summary>
/// <param name="Previous">
/// The last submission's compilation; the next one sees its declarations and all before it.
/// </param>
/// <param name="Submissions">
/// The array that Roslyn's submissions find each other in: slot 0 is for globals, of which there are none.
/// </param>
/// <param name="References">The assemblies that the next submission can name.</param>
/// <param name="NewReferences">
/// Those of them that no submission has had yet. A submission inherits what those before it had; given again, each
/// would be kept once more with every submission.
/// </param>
/// <param name="Unassigned">Variables of submissions that failed before they assigned them.</param>
internal sealed record ScriptState(
    CSharpCompilation? Previous,
    ImmutableArray<object?> Submissions,
    ImmutableArray<PortableExecutableReference> References,
    ImmutableArray<PortableExecutableReference> NewReferences,
    ImmutableHashSet<FieldInfo> Unassigned);

/// <summary>A variable that a cell declared at its top level.</summary>
internal sealed record ScriptVariable(string Name, Type Type, object? Value);

/// <summary>The value of a submission.</summary>
/// <param name="HasValue">True when its last statement is an expression without <c>;</c> that is not void.</param>
/// <param name="Value">The value of that expression.</param>
internal readonly record struct SubmissionResult(bool HasValue, object? Value);

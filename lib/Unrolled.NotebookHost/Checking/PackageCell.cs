using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Unrolled.NotebookHost.Execution;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Checking;

/// <summary>
/// The second code cell of a notebook that requires packages of its own (<c>unrolled.requires</c>): the package
/// references, then their using lines.
/// </summary>
internal static class PackageCell
{
    private const string Form = "#r \"nuget: Id, Version\"";

    /// <summary>The difference from that form.</summary>
    /// <param name="source">The cell's text.</param>
    /// <param name="required">The packages that the notebook requires.</param>
    public static IEnumerable<DialectProblem> Problems(string source, IReadOnlyList<PackageRequirement> required)
    {
        DirectivePart[] directives = [.. CellSplitter.Split(source).OfType<DirectivePart>()];
        foreach (DirectivePart directive in directives)
            if (Problem(directive, required) is { } problem)
                yield return new DialectProblem(directive.Line, problem);
        foreach (PackageRequirement package in required.Where(package => !directives.Any(part => Names(part, package))))
            yield return new DialectProblem(null, $"the notebook requires {package}, which the second code cell must "
                + $"reference: #r \"nuget: {package.Id}, {package.Version ?? "VERSION"}\"");
        CompilationUnitSyntax root =
            CSharpSyntaxTree.ParseText(source, ScriptChain.ParseOptions).GetCompilationUnitRoot();
        if (root.Members is [var first, ..])
            yield return new DialectProblem(
                first.GetLocation().GetLineSpan().StartLinePosition.Line + 1,
                "the second code cell of a notebook that requires packages holds "
                + $"{Form} and using lines and nothing else; move this into a cell below");
    }

    private static string? Problem(DirectivePart directive, IReadOnlyList<PackageRequirement> required)
    {
        if (Request(directive) is not { } request)
            return $"{directive.SourceLine.Trim()}: the only directive of this cell is {Form}";
        if (request.Version == PackageRequest.Newest)
            return $"package {request.Id} without a version is another one tomorrow; write {Form}";
        if (required.FirstOrDefault(package => IsSame(package.Id, request.Id)) is not { } package)
            return $"package {request.Id} is not in the metadata's unrolled.requires; name it there, so that the "
                + "notebook is skipped where the package cannot be had";
        return package.Version is { } version && version != request.Version
            ? $"package {request}, but the metadata's unrolled.requires says {version}; write the same version twice"
            : null;
    }

    private static bool Names(DirectivePart directive, PackageRequirement package) =>
        Request(directive) is { } request && IsSame(request.Id, package.Id);

    private static bool IsSame(string id, string other) => id.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static PackageRequest? Request(DirectivePart directive)
    {
        if (directive.Name != "#r" || !NuGetArgument.TryRead(directive.Argument.Trim('"'), out string text))
            return null;
        try
        {
            return PackageRequest.Parse(text);
        }
        catch (PackageRestoreException)
        {
            return null;
        }
    }
}

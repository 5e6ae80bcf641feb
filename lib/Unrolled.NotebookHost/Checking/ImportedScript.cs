using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Unrolled.NotebookHost.Execution;

namespace Unrolled.NotebookHost.Checking;

/// <summary>The file that the first cell imports: the libraries that it references and its using lines.</summary>
/// <param name="Name">The file's name as the cell has it.</param>
/// <param name="References">The libraries.</param>
/// <param name="Usings">The file's text with everything blanked but the using lines.</param>
/// <param name="Problem">The reason why the file cannot be used; null when it can.</param>
internal sealed partial record ImportedScript(
    string Name, ImmutableArray<PortableExecutableReference> References, string Usings, string? Problem)
{
    /// <summary>Reads the file that a cell imports.</summary>
    public static ImportedScript Of(string cell, string folder)
    {
        if (Import().Match(cell) is not { Success: true } import)
            return Unusable("", "the first code cell must be #!import \"….csx\" and nothing else");
        string name = import.Groups[1].Value;
        string path = Path.Combine(folder, name);
        return File.Exists(path)
            ? Read(name, File.ReadAllText(path))
            : Unusable(
                name, $"{name} does not exist, so the cells cannot be compiled; build first with `dotnet build`");
    }

    private static ImportedScript Read(string name, string text)
    {
        CompilationUnitSyntax root =
            CSharpSyntaxTree.ParseText(text, ScriptChain.ParseOptions).GetCompilationUnitRoot();
        if (Foreign(root) is { } foreign)
            return Unusable(name, $"{name} must hold #r and using lines alone, because no kernel shows what goes "
                + $"wrong in it: {foreign}");
        string[] libraries = [.. root.GetReferenceDirectives().Select(directive => directive.File.ValueText)];
        return libraries.FirstOrDefault(library => !IsThere(library)) is { } missing
            ? Unusable(name, $"{name} names {missing}, which is no absolute path of a file; "
                + "build again with `dotnet build`")
            : new(name, [.. libraries.Select(AssemblyReferences.FromFile)], CellSplitter.CodeOf(text), null);
    }

    private static bool IsThere(string library) => Path.IsPathFullyQualified(library) && File.Exists(library);

    // The first line that is neither; null when there is none.
    private static string? Foreign(CompilationUnitSyntax root)
    {
        SyntaxTree tree = root.SyntaxTree;
        int? start = root.Members.Select(member => member.SpanStart)
            .Concat(root.DescendantNodes(descendIntoTrivia: true)
                .OfType<DirectiveTriviaSyntax>()
                .Where(directive => directive is not ReferenceDirectiveTriviaSyntax)
                .Select(directive => directive.SpanStart))
            .Concat(tree.GetDiagnostics().Select(diagnostic => diagnostic.Location.SourceSpan.Start))
            .Order()
            .Select(position => (int?)position)
            .FirstOrDefault();
        return start is { } found ? tree.GetText().Lines.GetLineFromPosition(found).ToString().Trim() : null;
    }

    private static ImportedScript Unusable(string name, string problem) => new(name, [], "", problem);

    [GeneratedRegex("""^\s*#!import\s+"([^"\n]+\.csx)"\s*$""")]
    private static partial Regex Import();
}

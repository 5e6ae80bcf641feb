using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Unrolled.Mutation.Mutants;

/// <summary>One change of one place in one file.</summary>
/// <param name="File">The file, from the library's folder on.</param>
/// <param name="Member">The member that holds the place.</param>
/// <param name="Place">The node that is changed.</param>
/// <param name="Replacement">The node in its place; null where the statement is removed.</param>
internal sealed record Mutant(string File, string Member, SyntaxNode Place, SyntaxNode? Replacement)
{
    /// <summary>The room of the library that is changed, such as Layers.</summary>
    internal string Room => File.Split('/')[0];

    /// <summary>The file with the change.</summary>
    internal SyntaxTree Tree
    {
        get
        {
            SyntaxNode root = Place.SyntaxTree.GetRoot();
            SyntaxNode changed = Replacement is null
                ? root.RemoveNode(Place, SyntaxRemoveOptions.KeepNoTrivia)!
                : root.ReplaceNode(Place, Replacement);
            return Place.SyntaxTree.WithRootAndOptions(changed, Place.SyntaxTree.Options);
        }
    }

    /// <summary>The file, the member and the change: the same as long as these lines of the library are.</summary>
    public override string ToString() => $"{File}, {Member}: {Line(Context)} becomes {Line(Change)}";

    // An operator or a name alone says little: the statement around it.
    private SyntaxNode Context => Place.AncestorsAndSelf().First(node =>
        node is StatementSyntax or ArrowExpressionClauseSyntax or MemberDeclarationSyntax);

    private SyntaxNode? Change =>
        Replacement is null ? null : Context == Place ? Replacement : Context.ReplaceNode(Place, Replacement);

    private static string Line(SyntaxNode? node) =>
        node is null
            ? "nothing"
            : string.Join(' ', node.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

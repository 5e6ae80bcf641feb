using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Unrolled.Notebooks.Tests.ShownCode;

/// <summary>The members of one name in a source file: overloads, or a type and its constructor, share one.</summary>
internal sealed class LibraryMember
{
    private readonly string[][] declarations;

    /// <exception cref="FormatException">Nothing of that name is declared there.</exception>
    public LibraryMember(string source, string name)
    {
        declarations =
        [
            .. CSharpSyntaxTree.ParseText(source).GetRoot().DescendantNodes()
                .Where(node => Names(node).Contains(name))
                .Select(node => Tokens(node.ToString())),
        ];
        if (declarations.Length == 0)
            throw new FormatException($"Nothing of the name {name} is declared there.");
    }

    /// <summary>
    /// Whether some code appears in a declaration in one piece, whitespace and comments aside: the whole of it, its
    /// body, or a few of its lines.
    /// </summary>
    public bool Holds(string code)
    {
        string[] shown = Tokens(code);
        return shown.Length > 0 && declarations.Any(tokens => tokens.AsSpan().IndexOf(shown) >= 0);
    }

    private static IEnumerable<string> Names(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => [method.Identifier.Text],
        ConstructorDeclarationSyntax constructor => [constructor.Identifier.Text],
        PropertyDeclarationSyntax property => [property.Identifier.Text],
        BaseTypeDeclarationSyntax type => [type.Identifier.Text],
        BaseFieldDeclarationSyntax field => field.Declaration.Variables.Select(variable => variable.Identifier.Text),
        LocalFunctionStatementSyntax function => [function.Identifier.Text],
        _ => [],
    };

    private static string[] Tokens(string code) =>
    [
        .. SyntaxFactory.ParseTokens(code)
            .Where(token => !token.IsKind(SyntaxKind.EndOfFileToken))
            .Select(token => token.Text),
    ];
}

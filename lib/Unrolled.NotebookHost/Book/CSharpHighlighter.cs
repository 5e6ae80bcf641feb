using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Unrolled.NotebookHost.Book;

/// <summary>C# with its words in spans, classified by Roslyn's syntax tree; no text is lost, valid C# or not.</summary>
internal static class CSharpHighlighter
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview, kind: SourceCodeKind.Script);

    /// <summary>The source as HTML.</summary>
    public static string ToHtml(string source)
    {
        SyntaxNode root = CSharpSyntaxTree.ParseText(source, Options).GetRoot();
        var html = new StringBuilder();
        foreach (SyntaxToken token in root.DescendantTokens())
        {
            foreach (SyntaxTrivia trivia in token.LeadingTrivia)
                Append(html, ClassOf(trivia), trivia.ToFullString());
            // Where the code is wrong the parser puts in tokens that have no text.
            if (!token.IsMissing)
                Append(html, ClassOf(token), token.ToString());
            foreach (SyntaxTrivia trivia in token.TrailingTrivia)
                Append(html, ClassOf(trivia), trivia.ToFullString());
        }
        return html.ToString();
    }

    private static void Append(StringBuilder html, string? className, string text)
    {
        if (text.Length == 0)
            return;
        string encoded = Html.Encode(text);
        html.Append(className is null ? encoded : $"<span class=\"{className}\">{encoded}</span>");
    }

    private static string? ClassOf(SyntaxTrivia trivia) => trivia.Kind() switch
    {
        SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
            or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia
            or SyntaxKind.DisabledTextTrivia => "comment",
        SyntaxKind.ShebangDirectiveTrivia => "directive",
        _ when trivia.IsDirective => "directive",
        _ => null,
    };

    private static string? ClassOf(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.IdentifierToken => ClassOfName(token),
        SyntaxKind.NumericLiteralToken => "number",
        SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken
            or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.Utf8StringLiteralToken
            or SyntaxKind.InterpolatedStringStartToken or SyntaxKind.InterpolatedVerbatimStringStartToken
            or SyntaxKind.InterpolatedSingleLineRawStringStartToken
            or SyntaxKind.InterpolatedMultiLineRawStringStartToken
            or SyntaxKind.InterpolatedStringTextToken or SyntaxKind.InterpolatedStringEndToken
            or SyntaxKind.InterpolatedRawStringEndToken => "string",
        var kind when SyntaxFacts.IsKeywordKind(kind) => "keyword",
        _ => null,
    };

    private static string? ClassOfName(SyntaxToken token) => token.Parent switch
    {
        BaseTypeDeclarationSyntax or DelegateDeclarationSyntax or TypeParameterSyntax
            or ConstructorDeclarationSyntax => "type",
        MethodDeclarationSyntax or LocalFunctionStatementSyntax => "function",
        SimpleNameSyntax name => ClassOfUse(name),
        _ => null,
    };

    private static string? ClassOfUse(SimpleNameSyntax name)
    {
        if (name is IdentifierNameSyntax { IsVar: true }
            or IdentifierNameSyntax { Identifier.Text: "nameof" or "dynamic" })
            return "keyword";
        if (IsInvoked(name))
            return "function";
        if (IsInUsing(name))
            return null;
        return IsTypePosition(name) || IsNamedLikeAType(name) ? "type" : null;
    }

    private static bool IsInvoked(SimpleNameSyntax name) => name.Parent switch
    {
        InvocationExpressionSyntax invocation => invocation.Expression == name,
        MemberAccessExpressionSyntax access => access.Name == name && access.Parent is InvocationExpressionSyntax,
        MemberBindingExpressionSyntax binding => binding.Parent is InvocationExpressionSyntax,
        _ => false,
    };

    private static bool IsInUsing(SimpleNameSyntax name) => name.Ancestors().Any(node => node is UsingDirectiveSyntax);

    // The parser itself puts a TypeSyntax in these places; a qualified name counts by its last part.
    private static bool IsTypePosition(SimpleNameSyntax name)
    {
        SyntaxNode position = name.Parent is QualifiedNameSyntax qualified && qualified.Right == name
            ? qualified
            : name;
        while (position.Parent is NullableTypeSyntax or ArrayTypeSyntax or RefTypeSyntax)
            position = position.Parent;
        return position.Parent switch
        {
            VariableDeclarationSyntax declaration => declaration.Type == position,
            ParameterSyntax parameter => parameter.Type == position,
            ObjectCreationExpressionSyntax creation => creation.Type == position,
            ArrayCreationExpressionSyntax => true,
            TypeArgumentListSyntax or BaseTypeSyntax or TypeOfExpressionSyntax or DefaultExpressionSyntax
                or TupleElementSyntax => true,
            CastExpressionSyntax cast => cast.Type == position,
            MethodDeclarationSyntax method => method.ReturnType == position,
            LocalFunctionStatementSyntax function => function.ReturnType == position,
            PropertyDeclarationSyntax property => property.Type == position,
            ForEachStatementSyntax loop => loop.Type == position,
            DeclarationExpressionSyntax declaration => declaration.Type == position,
            DeclarationPatternSyntax pattern => pattern.Type == position,
            _ => false,
        };
    }

    // "Math" in Math.Tanh(x): by the tree it could be a property as well, by convention it is a type.
    private static bool IsNamedLikeAType(SimpleNameSyntax name) =>
        char.IsUpper(name.Identifier.Text[0])
        && name.Parent is MemberAccessExpressionSyntax access && access.Expression == name;
}

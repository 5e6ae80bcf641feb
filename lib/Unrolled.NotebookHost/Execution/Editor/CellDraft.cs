using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Unrolled.NotebookHost.Execution.Editor;

/// <summary>A cell that is being written, as the compiler understands it after the cells that have run.</summary>
internal sealed class CellDraft
{
    /// <param name="script">The cells that have run.</param>
    /// <param name="source">The cell's text, directives included.</param>
    public CellDraft(ScriptChain script, string source)
    {
        CSharpCompilation compilation = script.Draft(CellSplitter.CodeOf(source));
        Root = compilation.SyntaxTrees[0].GetRoot();
        Model = compilation.GetSemanticModel(compilation.SyntaxTrees[0]);
    }

    /// <summary>The text's syntax; directives are blank in it.</summary>
    public SyntaxNode Root { get; }

    /// <summary>The text's meaning.</summary>
    public SemanticModel Model { get; }

    /// <summary>The last token that begins before a place; none at the very beginning.</summary>
    public SyntaxToken TokenBefore(int position)
    {
        if (position == 0)
            return default;
        SyntaxToken token = Root.FindToken(position - 1);
        return token.SpanStart < position ? token : token.GetPreviousToken();
    }

    /// <summary>Whether a place lies inside a comment, a string or a character: there is no name to complete.</summary>
    public bool IsInText(int position)
    {
        SyntaxTrivia trivia = position == 0 ? default : Root.FindTrivia(position - 1);
        if (IsComment(trivia) && (position < trivia.Span.End || !IsClosed(trivia)))
            return true;
        SyntaxToken token = TokenBefore(position);
        return IsLiteral(token) && (position < token.Span.End || !IsClosed(token));
    }

    private static bool IsComment(SyntaxTrivia trivia) =>
        trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
            or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia;

    private static bool IsClosed(SyntaxTrivia comment) =>
        comment.IsKind(SyntaxKind.MultiLineCommentTrivia) && !comment.ContainsDiagnostics;

    private static bool IsLiteral(SyntaxToken token) =>
        token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken
            or SyntaxKind.NumericLiteralToken
            or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
            or SyntaxKind.Utf8StringLiteralToken or SyntaxKind.InterpolatedStringTextToken;

    private static bool IsClosed(SyntaxToken literal) =>
        !literal.IsKind(SyntaxKind.NumericLiteralToken) && !literal.IsKind(SyntaxKind.InterpolatedStringTextToken)
        && !literal.ContainsDiagnostics;
}

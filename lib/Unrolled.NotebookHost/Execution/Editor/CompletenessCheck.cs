using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Unrolled.NotebookHost.Execution.Editor;

/// <summary>Decides whether Enter should run a text or start its next line, as a console needs it.</summary>
internal static class CompletenessCheck
{
    private const int IndentWidth = 4;
    private const string LineEndInString = "CS1010";

    /// <summary>The answer of the grammar alone: nothing is compiled.</summary>
    public static Completeness Of(string source)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(CellSplitter.CodeOf(source), ScriptChain.ParseOptions);
        if (HasBrokenString(tree))
            return new Completeness(CompletenessStatus.Invalid);
        if (!SyntaxFactory.IsCompleteSubmission(tree))
            return new Completeness(
                CompletenessStatus.Incomplete, new string(' ', IndentWidth * Depth(tree.GetRoot())));
        return new Completeness(
            tree.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
                ? CompletenessStatus.Invalid
                : CompletenessStatus.Complete);
    }

    // A line's end in a string that may not have one: the next line cannot close it.
    private static bool HasBrokenString(SyntaxTree tree) =>
        tree.GetDiagnostics().Any(diagnostic => diagnostic.Id == LineEndInString)
        || tree.GetRoot().DescendantNodes().OfType<InterpolatedStringExpressionSyntax>().Any(text =>
            text.StringStartToken.IsKind(SyntaxKind.InterpolatedStringStartToken) && text.StringEndToken.IsMissing
            && !text.Contents.OfType<InterpolationSyntax>().Any(hole => hole.CloseBraceToken.IsMissing));

    private static int Depth(SyntaxNode root)
    {
        int depth = 0;
        foreach (SyntaxToken token in root.DescendantTokens().Where(token => !token.IsMissing))
            depth += token.Kind() switch
            {
                SyntaxKind.OpenBraceToken or SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken => 1,
                SyntaxKind.CloseBraceToken or SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken => -1,
                _ => 0,
            };
        return Math.Max(0, depth);
    }
}

/// <summary>Whether a text could run as it is.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Indent">The indentation of an incomplete text's next line.</param>
internal sealed record Completeness(CompletenessStatus Status, string Indent = "");

/// <summary>The completeness of a text.</summary>
internal enum CompletenessStatus
{
    /// <summary>It can run.</summary>
    Complete,

    /// <summary>Something is open that the next lines may close.</summary>
    Incomplete,

    /// <summary>No further line can make it valid.</summary>
    Invalid,
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Book;

/// <summary>
/// Code that a page shows folded: what its author hides, what only imports, and what mostly draws a figure: a cell
/// whose last expression makes something new, ends in <c>.Caption("2.3", "…")</c>, and is the larger part of it.
/// </summary>
internal static class FoldedCode
{
    // Shorter code takes hardly more room than the line that would stand for it.
    private const int FewestLines = 5;

    private const double LargerPart = 0.6;

    private static readonly CSharpParseOptions Script =
        new(LanguageVersion.Preview, kind: SourceCodeKind.Script);

    /// <summary>The line that stands for a cell's code; null where the code is shown.</summary>
    public static string? SummaryOf(NotebookCell cell)
    {
        if (IsHidden(cell))
            return "Code";
        SyntaxNode root = CSharpSyntaxTree.ParseText(cell.Source, Script).GetRoot();
        if (OnlyImports(cell.Source))
            return "Imports";
        int lines = cell.Source.Count(c => c == '\n') + 1;
        return lines >= FewestLines && LinesThatDraw(root) >= LargerPart * lines ? "Code of the figure" : null;
    }

    private static bool IsHidden(NotebookCell cell) =>
        cell.HasTag("hide-input") || cell.Json.NodeAt("metadata", "jupyter", "source_hidden")?.ToJsonString() == "true";

    private static bool OnlyImports(string source) =>
        source.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)
            .All(line => line.StartsWith("#!import ", StringComparison.Ordinal)
                || line.StartsWith("#r ", StringComparison.Ordinal)
                || line.StartsWith("using ", StringComparison.Ordinal) && line.EndsWith(';')
                || line.StartsWith("//", StringComparison.Ordinal));

    private static int LinesThatDraw(SyntaxNode root) =>
        root.ChildNodes().LastOrDefault() is GlobalStatementSyntax
        {
            Statement: ExpressionStatementSyntax
            {
                Expression: InvocationExpressionSyntax
                {
                    Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Caption" } access,
                    ArgumentList.Arguments.Count: 2,
                },
            } statement,
        }
        && MakesSomethingNew(access.Expression)
            ? statement.ToString().Count(c => c == '\n') + 1
            : 0;

    // new Figure().Line(…): the object that a chain of calls begins with.
    private static bool MakesSomethingNew(ExpressionSyntax expression) => expression switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } =>
            MakesSomethingNew(access.Expression),
        ParenthesizedExpressionSyntax parenthesized => MakesSomethingNew(parenthesized.Expression),
        _ => expression is BaseObjectCreationExpressionSyntax,
    };
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Unrolled.NotebookHost.Execution;

/// <summary>A C# condition, and the expressions in it whose values tell why it holds or does not.</summary>
internal sealed class Condition
{
    private Condition(string text, IReadOnlyList<string> parts) => (Text, Parts) = (text, parts);

    /// <summary>The condition.</summary>
    public string Text { get; }

    /// <summary>
    /// Its parts, without those that a reader can see: what is compared, and what a method is called on.
    /// </summary>
    public IReadOnlyList<string> Parts { get; }

    /// <summary>Takes a condition apart.</summary>
    /// <param name="text">One expression; whether it is a condition is for the compiler to say.</param>
    public static Condition Parse(string text)
    {
        ExpressionSyntax expression = SyntaxFactory.ParseExpression(
            text, options: ScriptChain.ParseOptions, consumeFullText: true);
        return new Condition(
            text, [.. PartsOf(expression).Where(IsWorthShowing).Select(part => part.ToString()).Distinct()]);
    }

    /// <summary>
    /// The text of a submission whose value is an array: the condition's value, then those of the parts.
    /// </summary>
    /// <param name="withParts">Without them what is left compiles wherever the condition does.</param>
    public string AsSubmission(bool withParts = true) =>
        $"new object[] {{ (bool)(\n{Text}\n){(withParts ? string.Concat(Parts.Select(AsItem)) : "")} }}";

    // A line of its own, for the case that the text ends in a comment.
    private static string AsItem(string part) => $", (object)(\n{part}\n)";

    private static IEnumerable<ExpressionSyntax> PartsOf(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax inner => PartsOf(inner.Expression),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => PartsOf(not.Operand),
        BinaryExpressionSyntax binary when IsLogical(binary) => PartsOf(binary.Left).Concat(PartsOf(binary.Right)),
        BinaryExpressionSyntax comparison => [comparison.Left, comparison.Right],
        IsPatternExpressionSyntax pattern => [pattern.Expression],
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax method } => [method.Expression],
        _ => [],
    };

    private static bool IsLogical(BinaryExpressionSyntax binary) => binary.Kind() is
        SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression or SyntaxKind.ExclusiveOrExpression;

    private static bool IsWorthShowing(ExpressionSyntax part) =>
        part is not (LiteralExpressionSyntax or PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax }
            or PredefinedTypeSyntax)
        && !part.IsMissing;
}

/// <summary>The value of a condition.</summary>
/// <param name="Holds">Whether it holds; null where it has no value.</param>
/// <param name="Parts">The values of its parts, where they were easy to tell.</param>
/// <param name="Error">Why it has no value: what the compiler says, or the exception.</param>
internal sealed record ConditionResult(bool? Holds, IReadOnlyList<PartValue> Parts, string? Error = null)
{
    /// <summary>A condition without a value.</summary>
    public static ConditionResult Failed(string error) => new(null, [], error);
}

/// <summary>The value of a part of a condition.</summary>
/// <param name="Part">The part, in C#.</param>
/// <param name="Value">Its value as text.</param>
internal sealed record PartValue(string Part, string Value);

using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Unrolled.Mutation.Mutants;

/// <summary>
/// The mutants of a file: operators for their opposites, comparisons by one, <c>1 - x</c> for x, numbers plus 1, one
/// gate for another, branches for each other, and statements left out. Checks of arguments and errors are left as they
/// are, and fields: constants that decide on speed, and buffers that are sized before they are used.
/// </summary>
internal static partial class MutantFinder
{
    private static readonly Dictionary<SyntaxKind, (SyntaxKind Expression, SyntaxKind Token)> Opposites = new()
    {
        [SyntaxKind.AddExpression] = (SyntaxKind.SubtractExpression, SyntaxKind.MinusToken),
        [SyntaxKind.SubtractExpression] = (SyntaxKind.AddExpression, SyntaxKind.PlusToken),
        [SyntaxKind.MultiplyExpression] = (SyntaxKind.DivideExpression, SyntaxKind.SlashToken),
        [SyntaxKind.DivideExpression] = (SyntaxKind.MultiplyExpression, SyntaxKind.AsteriskToken),
        [SyntaxKind.LessThanExpression] = (SyntaxKind.LessThanOrEqualExpression, SyntaxKind.LessThanEqualsToken),
        [SyntaxKind.LessThanOrEqualExpression] = (SyntaxKind.LessThanExpression, SyntaxKind.LessThanToken),
        [SyntaxKind.GreaterThanExpression] =
            (SyntaxKind.GreaterThanOrEqualExpression, SyntaxKind.GreaterThanEqualsToken),
        [SyntaxKind.GreaterThanOrEqualExpression] = (SyntaxKind.GreaterThanExpression, SyntaxKind.GreaterThanToken),
        [SyntaxKind.EqualsExpression] = (SyntaxKind.NotEqualsExpression, SyntaxKind.ExclamationEqualsToken),
        [SyntaxKind.NotEqualsExpression] = (SyntaxKind.EqualsExpression, SyntaxKind.EqualsEqualsToken),
        [SyntaxKind.LogicalAndExpression] = (SyntaxKind.LogicalOrExpression, SyntaxKind.BarBarToken),
        [SyntaxKind.LogicalOrExpression] = (SyntaxKind.LogicalAndExpression, SyntaxKind.AmpersandAmpersandToken),
    };

    private static readonly Dictionary<string, string> OtherGate = new()
    {
        ["i"] = "f",
        ["f"] = "i",
        ["g"] = "i",
        ["o"] = "i",
        ["r"] = "z",
        ["z"] = "r",
        ["n"] = "z",
    };

    internal static IEnumerable<Mutant> Of(string file, SyntaxTree tree) =>
        from node in tree.GetRoot().DescendantNodes(node => !IsLeftAlone(node))
        where !IsLeftAlone(node)
        from replacement in Replacements(node)
        select new Mutant(file, MemberOf(node), node, replacement);

    private static IEnumerable<SyntaxNode?> Replacements(SyntaxNode node)
    {
        switch (node)
        {
            case BinaryExpressionSyntax binary:
                if (Opposites.TryGetValue(binary.Kind(), out var opposite))
                {
                    yield return BinaryExpression(
                        opposite.Expression, binary.Left,
                        Token(opposite.Token).WithTriviaFrom(binary.OperatorToken), binary.Right);
                }

                if (binary.IsKind(SyntaxKind.SubtractExpression) && binary.Left.ToString() is "1" or "one")
                    yield return binary.Right;
                break;
            case AssignmentExpressionSyntax assignment when assignment.IsKind(SyntaxKind.AddAssignmentExpression):
                yield return AssignmentExpression(
                    SyntaxKind.SubtractAssignmentExpression, assignment.Left, assignment.Right);
                break;
            case PrefixUnaryExpressionSyntax prefix when prefix.Kind()
                is SyntaxKind.UnaryMinusExpression or SyntaxKind.LogicalNotExpression:
                yield return prefix.Operand;
                break;
            case ConditionalExpressionSyntax condition:
                yield return condition.WithWhenTrue(condition.WhenFalse).WithWhenFalse(condition.WhenTrue);
                break;
            case LiteralExpressionSyntax { Token.Value: int number }:
                yield return LiteralExpression(SyntaxKind.NumericLiteralExpression, Literal(number + 1));
                break;
            case LiteralExpressionSyntax { Token.Value: double or float } literal:
                yield return ParseExpression(Plus1(literal));
                break;
            case IdentifierNameSyntax name when OtherGateOf(name.Identifier.Text) is { } other:
                yield return IdentifierName(other).WithTriviaFrom(name);
                break;
            case ExpressionStatementSyntax { Parent: BlockSyntax }:
                yield return null;
                break;
        }
    }

    private static string Plus1(LiteralExpressionSyntax literal) => literal.Token.Value is float single
        ? $"{(single + 1).ToString(CultureInfo.InvariantCulture)}f"
        : ((double)literal.Token.Value! + 1).ToString("0.0###############", CultureInfo.InvariantCulture);

    // W_i, b_i, da_i, i_k or i alone; a loop's i does not compile as f.
    private static string? OtherGateOf(string name)
    {
        Match match = GateName().Match(name);
        return match.Success
            ? match.Groups["before"].Value + OtherGate[match.Groups["gate"].Value] + match.Groups["after"].Value
            : null;
    }

    private static bool IsLeftAlone(SyntaxNode node) => node
        is ThrowExpressionSyntax or ThrowStatementSyntax or AttributeListSyntax or InterpolatedStringExpressionSyntax
        or FieldDeclarationSyntax or EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax }
        or MethodDeclarationSyntax { Identifier.Text: "ToString" }
        || (node is MethodDeclarationSyntax method
            && method.Identifier.Text.StartsWith("Require", StringComparison.Ordinal))
        || (node is IfStatementSyntax check && check.Statement.DescendantNodesAndSelf().Any(
            inside => inside is ThrowStatementSyntax))
        || (node is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call }
            && call.Expression.ToString() is var called
            && (called.Contains("ThrowIf", StringComparison.Ordinal)
                || called.Contains("Require", StringComparison.Ordinal)));

    private static string MemberOf(SyntaxNode node) => node.Ancestors().OfType<MemberDeclarationSyntax>().First() switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
        _ => "",
    };

    [GeneratedRegex("^(?<before>|.*_)(?<gate>[ifgorzn])(?<after>|_k|_prev)$")]
    private static partial Regex GateName();
}

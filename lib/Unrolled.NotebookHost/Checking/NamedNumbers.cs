using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Unrolled.NotebookHost.Execution;

namespace Unrolled.NotebookHost.Checking;

/// <summary>
/// The numbers that code calls by a name: <c>steps: 500</c>, <c>int steps = 500</c>, <c>Steps = 500</c>,
/// <c>Seeds.Run(5, …)</c>; of an array or a list the numbers in it, and how many things are in it.
/// </summary>
internal sealed partial class NamedNumbers
{
    private readonly List<(string Word, bool IsCount, WrittenNumber Number)> named = [];

    /// <summary>Reads a cell.</summary>
    public void Add(string code)
    {
        SyntaxNode root = CSharpSyntaxTree.ParseText(code, ScriptChain.ParseOptions).GetRoot();
        foreach (SyntaxNode node in root.DescendantNodes())
            if (Named(node) is var (name, value))
                foreach ((double number, bool isCount) in NumbersOf(value))
                    foreach (string word in name.Split('.').SelectMany(WordsOf))
                        named.Add((word, isCount, WrittenNumber.Exact(number)));
    }

    /// <summary>Whether a number is called by one of these words, and no other so that it could be mistaken.</summary>
    public bool Hold(WrittenNumber number, IReadOnlySet<string> words) =>
        named.Where(one => words.Contains(one.Word)).GroupBy(one => (one.Word, one.IsCount))
            .Any(group => number.IsHeldBy([.. group.Select(one => one.Number)]));

    /// <summary>Whether code calls other numbers by one of these words, and this one by none of them.</summary>
    public bool Lack(WrittenNumber number, IReadOnlySet<string> words)
    {
        WrittenNumber[] called = [.. named.Where(one => words.Contains(one.Word)).Select(one => one.Number)];
        return called.Length > 0 && !called.Any(number.IsRoundingOf);
    }

    /// <summary>The number that an expression is; null where it is no literal.</summary>
    public static double? Literal(ExpressionSyntax? expression) => expression switch
    {
        LiteralExpressionSyntax { Token.Value: IConvertible value and not (string or char or bool) } =>
            value.ToDouble(CultureInfo.InvariantCulture),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } minus => -Literal(minus.Operand),
        ParenthesizedExpressionSyntax inner => Literal(inner.Expression),
        _ => null,
    };

    private static (string Name, ExpressionSyntax Value)? Named(SyntaxNode node) => node switch
    {
        ArgumentSyntax { NameColon: { } name } argument => (name.Name.Identifier.ValueText, argument.Expression),
        VariableDeclaratorSyntax { Initializer: { } initial } variable =>
            (variable.Identifier.ValueText, initial.Value),
        ParameterSyntax { Default: { } initial } parameter => (parameter.Identifier.ValueText, initial.Value),
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax name } assigned =>
            (name.Identifier.ValueText, assigned.Right),
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } argument =>
            (NameOf(call.Expression), argument.Expression),
        ArgumentSyntax { Parent.Parent: ObjectCreationExpressionSyntax created } argument =>
            (NameOf(created.Type), argument.Expression),
        ForEachStatementSyntax each => (each.Identifier.ValueText, each.Expression),
        FromClauseSyntax from => (from.Identifier.ValueText, from.Expression),
        _ => null,
    };

    // Seeds.Run of Seeds.Run<double>(5, …), Fit of model.Clone().Fit(…), Lstm of new Lstm(2, 32).
    private static string NameOf(ExpressionSyntax callee) => callee switch
    {
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax receiver } member =>
            $"{receiver.Identifier.ValueText}.{member.Name.Identifier.ValueText}",
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => "",
    };

    private static IEnumerable<(double Number, bool IsCount)> NumbersOf(ExpressionSyntax value)
    {
        if (Literal(value) is { } one)
            return [(one, false)];
        ExpressionSyntax[]? items = value switch
        {
            CollectionExpressionSyntax list when list.Elements.All(element => element is ExpressionElementSyntax) =>
                [.. list.Elements.Cast<ExpressionElementSyntax>().Select(element => element.Expression)],
            ArrayCreationExpressionSyntax { Initializer: { } list } => [.. list.Expressions],
            ImplicitArrayCreationExpressionSyntax list => [.. list.Initializer.Expressions],
            InitializerExpressionSyntax list => [.. list.Expressions],
            _ => null,
        };
        return items is null
            ? []
            : [.. items.Select(Literal).OfType<double>().Select(number => (number, false)), (items.Length, true)];
    }

    // hiddenUnits is hidden and unit; a single letter stays what it is.
    private static IEnumerable<string> WordsOf(string name) => name.Length == 1
        ? [name]
        : Part().Matches(name).Select(part => Prose.Stem(part.Value));

    [GeneratedRegex("""\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})""")]
    private static partial Regex Part();
}

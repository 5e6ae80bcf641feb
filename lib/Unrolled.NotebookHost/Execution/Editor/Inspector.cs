using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Unrolled.NotebookHost.Display;

namespace Unrolled.NotebookHost.Execution.Editor;

/// <summary>Describes the symbol at a position of a cell: its declaration, its documentation and its value.</summary>
internal static class Inspector
{
    /// <summary>
    /// The description of the name at or before the position; inside a call's arguments, of the method that is called.
    /// </summary>
    public static Inspection? Inspect(ScriptChain script, string source, int position, bool inDetail)
    {
        CellDraft draft = new(script, source);
        IReadOnlyList<ISymbol> meant = SymbolsAt(draft, position);
        if (meant.Count == 0)
            return null;
        ISymbol first = meant[0];
        return new Inspection(
            Signatures(meant, inDetail),
            MemberDocumentation.Of(first, draft.Model.Compilation) is { } documentation
                ? documentation.ToText(inDetail)
                : "",
            ValueOf(script, first));
    }

    private static IReadOnlyList<string> Signatures(IReadOnlyList<ISymbol> meant, bool all)
    {
        if (all || meant.Count == 1)
            return [.. meant.Select(SymbolText.Full)];
        string others = meant.Count == 2 ? "1 overload" : $"{meant.Count - 1} overloads";
        return [$"{SymbolText.Full(meant[0])} (+ {others})"];
    }

    private static IReadOnlyList<ISymbol> SymbolsAt(CellDraft draft, int position)
    {
        SyntaxToken at = draft.Root.FindToken(position);
        SyntaxToken name = at.SpanStart <= position && IsName(at) ? at : draft.TokenBefore(position);
        if (IsName(name) && name.Span.End >= position && Meaning(draft.Model, name) is { Count: > 0 } meaning)
            return meaning;
        return draft.TokenBefore(position).Parent?.AncestorsAndSelf()
            .OfType<BaseArgumentListSyntax>().FirstOrDefault()?.Parent is { } call
            ? Sorted(draft.Model.GetSymbolInfo(call).Symbol, ArgumentNames.Called(draft.Model, call))
            : [];
    }

    private static bool IsName(SyntaxToken token) =>
        token.IsKind(SyntaxKind.IdentifierToken) || token.Parent is PredefinedTypeSyntax;

    private static IReadOnlyList<ISymbol> Meaning(SemanticModel model, SyntaxToken token)
    {
        SyntaxNode node = token.Parent!;
        if (model.GetDeclaredSymbol(node) is { } declared)
            return [declared];
        if (node is not ExpressionSyntax expression)
            return [];
        SymbolInfo info = model.GetSymbolInfo(Constructed(node) ?? expression);
        if (info.Symbol is null && info.CandidateSymbols.IsEmpty)
            info = model.GetSymbolInfo(expression);
        return Sorted(info.Symbol, [.. info.CandidateSymbols, .. model.GetMemberGroup(expression)]);
    }

    // In new Point(1, 2) the name means the constructor that runs.
    private static BaseObjectCreationExpressionSyntax? Constructed(SyntaxNode name)
    {
        while (name.Parent is QualifiedNameSyntax qualified && qualified.Right == name)
            name = qualified;
        return name.Parent is ObjectCreationExpressionSyntax creation && creation.Type == name ? creation : null;
    }

    private static IReadOnlyList<ISymbol> Sorted(ISymbol? chosen, IEnumerable<ISymbol> candidates)
    {
        IEnumerable<ISymbol> all = chosen is null ? candidates : candidates.Prepend(chosen);
        return [.. all.Where(symbol => symbol is not IErrorTypeSymbol).DistinctBy(SymbolText.Full)];
    }

    private static string? ValueOf(ScriptChain script, ISymbol symbol)
    {
        if (symbol is not IFieldSymbol { ContainingType.IsScriptClass: true })
            return null;
        ScriptVariable? variable = script.Variables.FirstOrDefault(variable => variable.Name == symbol.Name);
        return variable is not null && IsPlain(variable.Value) ? InlineText.Of(variable.Value) : null;
    }

    // An inspection runs no code of the notebook: it could take forever.
    private static bool IsPlain(object? value) => value switch
    {
        null or string or Enum or decimal => true,
        Array array => array.GetType().GetElementType()!.IsPrimitive,
        _ => value.GetType().IsPrimitive,
    };
}

/// <summary>The description of a symbol.</summary>
/// <param name="Signatures">How it is declared; a method's overloads one by one.</param>
/// <param name="Text">Its documentation as plain text, in paragraphs; empty where there is none.</param>
/// <param name="Value">A variable's value on one line; null for everything else.</param>
internal sealed record Inspection(IReadOnlyList<string> Signatures, string Text, string? Value = null);

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Unrolled.NotebookHost.Execution.Directives;

namespace Unrolled.NotebookHost.Execution.Editor;

/// <summary>Completions at a position of a cell, from the names that the compiler sees there.</summary>
internal static class Completer
{
    /// <summary>The names that begin with the text before the position; the case of letters does not count.</summary>
    public static CompletionList Complete(ScriptChain script, string source, int position)
    {
        int lineStart = position == 0 ? 0 : source.LastIndexOf('\n', position - 1) + 1;
        if (source.AsSpan(lineStart, position - lineStart).TrimStart().StartsWith("#"))
            return Listed(source, source.IndexOf('#', lineStart), position, Directives());
        int start = position;
        while (start > 0 && SyntaxFacts.IsIdentifierPartCharacter(source[start - 1]))
            start--;
        CellDraft draft = new(script, source);
        return Listed(source, start, position, draft.IsInText(position) ? [] : NamesAt(draft, start));
    }

    private static CompletionList Listed(string source, int start, int end, IEnumerable<CompletionItem> items)
    {
        string written = source[start..end];
        return new CompletionList(start, end,
        [
            .. items.Where(item => item.Text.StartsWith(written, StringComparison.OrdinalIgnoreCase))
                .DistinctBy(item => item.Text)
                .OrderByDescending(item => item.Text.StartsWith(written, StringComparison.Ordinal))
                .ThenBy(item => item.Text, StringComparer.OrdinalIgnoreCase)
                .ThenBy(item => item.Text, StringComparer.Ordinal),
        ]);
    }

    private static IEnumerable<CompletionItem> Directives() =>
        from directive in DirectiveTable.All
        from name in directive.Names
        select new CompletionItem(name, "directive", directive.Usage);

    private static IEnumerable<CompletionItem> NamesAt(CellDraft draft, int start)
    {
        SyntaxToken before = draft.TokenBefore(start);
        if (before.IsKind(SyntaxKind.DotToken))
            return MemberNames.After(draft, before, start).Select(Describe);
        if (InitializedType(draft, before) is { } created)
            return MemberNames.Settable(draft, created, start).Select(Describe);
        bool onlyTypes = before.IsKind(SyntaxKind.NewKeyword);
        IEnumerable<ISymbol> names = before.IsKind(SyntaxKind.UsingKeyword)
            ? draft.Model.LookupNamespacesAndTypes(start)
            : draft.Model.LookupSymbols(start).Where(symbol => !onlyTypes || symbol is INamespaceOrTypeSymbol);
        return [
            .. ArgumentNames.At(draft, before),
            .. names.Where(MemberNames.IsShown).Select(Describe),
            .. Keywords().Where(_ => !onlyTypes),
        ];
    }

    // new Point { X = 1, | }: the comma and the brace belong to the initializer.
    private static ITypeSymbol? InitializedType(CellDraft draft, SyntaxToken before) =>
        before.Kind() is SyntaxKind.OpenBraceToken or SyntaxKind.CommaToken
        && before.Parent
            is InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax creation } initializer
        && initializer.Expressions.All(
            member => member is AssignmentExpressionSyntax || member.SpanStart >= before.Span.End)
            ? draft.Model.GetTypeInfo(creation).Type
            : null;

    private static IEnumerable<CompletionItem> Keywords() =>
        SyntaxFacts.GetKeywordKinds()
            .Select(SyntaxFacts.GetText).Where(text => text.Length > 1 && char.IsAsciiLetterLower(text[0]))
            .Select(text => new CompletionItem(text, "keyword"));

    private static CompletionItem Describe(ISymbol symbol) =>
        new(symbol.Name, SymbolText.Kind(symbol), SymbolText.Short(symbol));
}

/// <summary>One completion.</summary>
/// <param name="Text">The text to insert.</param>
/// <param name="Kind">Its kind: <c>method</c>, <c>class</c>, <c>keyword</c>, …</param>
/// <param name="Signature">
/// How it is used: a method's parameters, a variable's type; empty where the text is enough.
/// </param>
internal sealed record CompletionItem(string Text, string Kind, string Signature = "");

/// <summary>The completions at a position.</summary>
/// <param name="Start">Where the text begins that an item replaces, in UTF-16 units.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Items">The items, in the order in which to show them.</param>
internal sealed record CompletionList(int Start, int End, IReadOnlyList<CompletionItem> Items);

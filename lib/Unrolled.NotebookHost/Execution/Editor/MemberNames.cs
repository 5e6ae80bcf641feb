using System.ComponentModel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Unrolled.NotebookHost.Execution.Editor;

/// <summary>The members that can follow a dot or be set in an initializer.</summary>
internal static class MemberNames
{
    /// <summary>The members that can follow a dot.</summary>
    public static IEnumerable<ISymbol> After(CellDraft draft, SyntaxToken dot, int position) => dot.Parent switch
    {
        MemberAccessExpressionSyntax access => Of(draft, access.Expression, position),
        QualifiedNameSyntax name => OfName(draft, name, position),
        MemberBindingExpressionSyntax binding when Guarded(binding) is { } guarded => OfValue(draft, guarded, position),
        _ => [],
    };

    /// <summary>The fields and properties that an object initializer can set.</summary>
    public static IEnumerable<ISymbol> Settable(CellDraft draft, ITypeSymbol type, int position) =>
        draft.Model.LookupSymbols(position, type).Where(symbol => IsShown(symbol) && symbol
            is IPropertySymbol { IsStatic: false, IsIndexer: false, SetMethod: not null }
            or IFieldSymbol { IsStatic: false, IsReadOnly: false });

    /// <summary>Whether a reader would write this name: no operators, nothing that its author hides.</summary>
    public static bool IsShown(ISymbol symbol) =>
        symbol.CanBeReferencedByName
            && symbol is not IMethodSymbol { MethodKind: MethodKind.Destructor }
            && !IsHidden(symbol);

    private static IEnumerable<ISymbol> Of(CellDraft draft, ExpressionSyntax target, int position) =>
        draft.Model.GetSymbolInfo(target).Symbol is INamespaceOrTypeSymbol container
            ? OfContainer(draft, container, position)
            : OfValue(draft, target, position);

    // A line such as "x." before the next statement is read as a qualified type name.
    private static IEnumerable<ISymbol> OfName(CellDraft draft, QualifiedNameSyntax name, int position)
    {
        if (draft.Model.GetSymbolInfo(name.Left).Symbol is INamespaceOrTypeSymbol container)
            return OfContainer(draft, container, position);
        ExpressionSyntax value = SyntaxFactory.ParseExpression(name.Left.ToString());
        SymbolInfo meant = draft.Model.GetSpeculativeSymbolInfo(
            name.SpanStart, value, SpeculativeBindingOption.BindAsExpression);
        return meant.Symbol is INamespaceOrTypeSymbol type
            ? OfContainer(draft, type, position)
            : OfType(
                draft, draft.Model.GetSpeculativeTypeInfo(
                    name.SpanStart, value, SpeculativeBindingOption.BindAsExpression).Type, position);
    }

    private static IEnumerable<ISymbol> OfContainer(CellDraft draft, INamespaceOrTypeSymbol container, int position) =>
        draft.Model.LookupSymbols(position, container)
            .Where(symbol => IsShown(symbol) && (symbol.IsStatic || symbol is INamespaceOrTypeSymbol));

    private static IEnumerable<ISymbol> OfValue(CellDraft draft, ExpressionSyntax value, int position) =>
        OfType(draft, draft.Model.GetTypeInfo(value).Type, position);

    private static IEnumerable<ISymbol> OfType(CellDraft draft, ITypeSymbol? type, int position) => type is null
        ? []
        : draft.Model.LookupSymbols(position, type, includeReducedExtensionMethods: true)
            .Where(symbol => IsShown(symbol) && !symbol.IsStatic && symbol is not ITypeSymbol);

    // x?.y: the syntax of y does not hold its receiver.
    private static ExpressionSyntax? Guarded(MemberBindingExpressionSyntax binding) =>
        binding.Ancestors().OfType<ConditionalAccessExpressionSyntax>().FirstOrDefault()?.Expression;

    private static bool IsHidden(ISymbol symbol) => symbol.GetAttributes().Any(attribute =>
        attribute.AttributeClass?.Name == nameof(EditorBrowsableAttribute)
        && attribute.ConstructorArguments is [{ Value: (int)EditorBrowsableState.Never }]);
}

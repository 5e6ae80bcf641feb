using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Unrolled.NotebookHost.Execution.Editor;

/// <summary>The names by which an argument can be given: <c>hiddenSize:</c>.</summary>
internal static class ArgumentNames
{
    /// <summary>The names of all overloads' parameters, where an argument begins.</summary>
    public static IEnumerable<CompletionItem> At(CellDraft draft, SyntaxToken before) =>
        before.Kind() is SyntaxKind.OpenParenToken or SyntaxKind.CommaToken
            && before.Parent is ArgumentListSyntax { Parent: { } call }
            ? from method in Called(draft.Model, call)
              from parameter in method.Parameters
              select new CompletionItem(
                  parameter.Name + ":", "parameter",
                  parameter.Type.ToMinimalDisplayString(draft.Model, before.SpanStart))
            : [];

    /// <summary>The overloads that a call may mean.</summary>
    public static IEnumerable<IMethodSymbol> Called(SemanticModel model, SyntaxNode call) => call switch
    {
        InvocationExpressionSyntax invocation => model.GetMemberGroup(invocation.Expression).OfType<IMethodSymbol>(),
        BaseObjectCreationExpressionSyntax creation when model.GetTypeInfo(creation).Type is INamedTypeSymbol type =>
            type.InstanceConstructors.Where(constructor => constructor.DeclaredAccessibility == Accessibility.Public),
        _ => [],
    };
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Unrolled.NotebookHost.Cells;
using Unrolled.NotebookHost.Execution;

namespace Unrolled.NotebookHost.Checking;

/// <summary>
/// The types of what a cell shows, by its last expression or by <c>x.Display();</c>. Kernels show alike a text, a
/// number, a bool, and what brings its own format; an array or a record each kernel shows in its own way.
/// </summary>
internal static class ShownTypes
{
    // Known by its name, as kernels know it: every library declares an attribute of its own.
    private const string BringsItsFormat = "TypeFormatterSourceAttribute";

    /// <summary>The values that a cell shows and that kernels do not show alike.</summary>
    /// <param name="cell">A cell that compiles.</param>
    public static IEnumerable<DialectProblem> Problems(CSharpCompilation cell)
    {
        SyntaxTree tree = cell.SyntaxTrees[0];
        SemanticModel model = cell.GetSemanticModel(tree);
        CompilationUnitSyntax root = tree.GetCompilationUnitRoot();
        if (ScriptChain.LastExpression(root) is { } last && Named(last, model) is { } type)
            yield return Problem(last, $"the cell ends in {type}");
        foreach (InvocationExpressionSyntax call in root.DescendantNodes().OfType<InvocationExpressionSyntax>())
            if (Displayed(call, model) is { } shown && Named(shown, model) is { } shownType)
                yield return Problem(call, $"the cell displays {shownType}");
    }

    // The value of x.Display() and of Display(x); null for any other call.
    private static ExpressionSyntax? Displayed(InvocationExpressionSyntax call, SemanticModel model) =>
        model.GetSymbolInfo(call).Symbol is IMethodSymbol method
        && (method.ReducedFrom ?? method) is { Name: nameof(CellFunctions.Display) } display
        && display.ContainingType.ToDisplayString() == typeof(CellFunctions).FullName
            ? method.ReducedFrom is not null && call.Expression is MemberAccessExpressionSyntax member
                ? member.Expression
                : call.ArgumentList.Arguments.FirstOrDefault()?.Expression
            : null;

    // Null for a type that is shown alike, and for a call that has no value.
    private static string? Named(ExpressionSyntax shown, SemanticModel model)
    {
        ITypeSymbol? type = model.GetTypeInfo(shown).Type;
        if (type is null)
            return "a value without a type of its own";
        return IsShownAlike(type)
            ? null
            : $"a value of type {type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}";
    }

    private static bool IsShownAlike(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_Void or SpecialType.System_String or SpecialType.System_Boolean
            or SpecialType.System_Decimal or SpecialType.System_Single or SpecialType.System_Double
            or (>= SpecialType.System_SByte and <= SpecialType.System_UInt64)
        || WithBases(type).Any(one => one.GetAttributes().Any(
            attribute => attribute.AttributeClass?.Name == BringsItsFormat));

    private static IEnumerable<ITypeSymbol> WithBases(ITypeSymbol type)
    {
        for (ITypeSymbol? one = type; one is not null; one = one.BaseType)
            yield return one;
    }

    private static DialectProblem Problem(ExpressionSyntax shown, string what) => new(
        shown.GetLocation().GetLineSpan().StartLinePosition.Line + 1,
        $"{what}, which every kernel shows in its own way; show a text, a number, a bool, a Table or a drawing");
}

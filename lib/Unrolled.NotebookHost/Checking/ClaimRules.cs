using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Checking;

/// <summary>
/// The rules of a claim: its condition compiles where it stands, is true or false, reads a variable of the cells above
/// but no measured time, and changes nothing, nor the state of a random generator.
/// </summary>
internal static class ClaimRules
{
    /// <summary>The violations by one claim.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="compilation">The cells above it.</param>
    public static IEnumerable<string> Problems(Claim claim, CommonCompilation compilation)
    {
        foreach (string problem in Problems(claim, "holds", $"(bool)(\n{claim.Holds}\n)", compilation))
            yield return problem;
        if (claim.Seeds is { } seeds)
            foreach (string problem in Problems(claim, "seeds", $"(int)(\n{seeds}\n)", compilation))
                yield return problem;
    }

    private static IEnumerable<string> Problems(
        Claim claim, string key, string expression, CommonCompilation compilation)
    {
        CSharpCompilation draft = compilation.Draft(expression);
        Diagnostic? error = draft.GetDiagnostics().FirstOrDefault(found => found.Severity == DiagnosticSeverity.Error);
        IEnumerable<string> problems = error is not null
            ? [$"{error.Id}: {error.GetMessage().TrimEnd('.')}"]
            : OfReads(draft, compilation).Concat(OfChanges(draft.SyntaxTrees[0]));
        return problems.Select(problem => $"the claim \"{claim.Says}\": {key}: {problem}");
    }

    private static IEnumerable<string> OfReads(CSharpCompilation draft, CommonCompilation compilation)
    {
        SyntaxTree tree = draft.SyntaxTrees[0];
        SemanticModel model = draft.GetSemanticModel(tree);
        ISymbol[] read = [.. tree.GetRoot().DescendantNodes().OfType<IdentifierNameSyntax>()
            .Select(name => model.GetSymbolInfo(name).Symbol)
            .OfType<ISymbol>()
            .Where(symbol => symbol.ContainingType?.IsScriptClass == true)];
        if (!read.OfType<IFieldSymbol>().Any())
            yield return "reads no variable of the cells above";
        foreach (string name in read.Where(compilation.IsTimed).Select(symbol => symbol.Name).Distinct())
            yield return $"'{name}' comes from a measured time, as in a cell tagged {CellTags.Timing}, and differs "
                + "every time";
        foreach (string name in read.OfType<IFieldSymbol>().Where(IsGenerator).Select(field => field.Name).Distinct())
            yield return $"draws from '{name}'; the cells below would draw other numbers; use a generator of its own";
    }

    private static bool IsGenerator(IFieldSymbol variable)
    {
        for (ITypeSymbol? type = variable.Type; type is not null; type = type.BaseType)
            if (type.ToDisplayString() == typeof(Random).FullName)
                return true;
        return false;
    }

    private static IEnumerable<string> OfChanges(SyntaxTree tree) =>
        tree.GetRoot().DescendantNodes().Any(
            node => node is AssignmentExpressionSyntax { Parent: not InitializerExpressionSyntax }
                || node.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression
                    or SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression)
            ? ["assigns a variable; a condition changes nothing"]
            : [];
}

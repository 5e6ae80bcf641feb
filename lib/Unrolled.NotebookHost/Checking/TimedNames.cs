using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Unrolled.NotebookHost.Checking;

/// <summary>
/// The variables and functions whose values are measured times, or were computed from one: in a cell tagged
/// <c>timing</c>, from a clock, or from another of these names, through any number of cells.
/// </summary>
internal sealed class TimedNames
{
    private static readonly string[] Clocks =
    [
        "System.Diagnostics.Stopwatch", "System.TimeProvider", "System.DateTime.Now", "System.DateTime.UtcNow",
        "System.DateTimeOffset.Now", "System.DateTimeOffset.UtcNow", "System.Environment.TickCount",
        "System.Environment.TickCount64",
    ];

    private readonly HashSet<string> names = [];

    /// <summary>Whether a variable or function is one of them.</summary>
    public bool Contains(ISymbol symbol) => IsOfCells(symbol) && names.Contains(symbol.Name);

    /// <summary>Adds the names of the next cell.</summary>
    /// <param name="cell">A cell that compiles.</param>
    /// <param name="isTimed">Whether it is tagged as one that measures time.</param>
    public void Add(CSharpCompilation cell, bool isTimed)
    {
        SyntaxTree tree = cell.SyntaxTrees[0];
        SemanticModel model = cell.GetSemanticModel(tree);
        SyntaxList<MemberDeclarationSyntax> members = tree.GetCompilationUnitRoot().Members;
        // A cell may declare a name anew, with another value.
        names.ExceptWith(members.SelectMany(member => Declared(member, model)));
        for (int before = -1; before < names.Count;)
        {
            before = names.Count;
            foreach (MemberDeclarationSyntax member in members)
            {
                if (isTimed || Reads(member, model))
                    names.UnionWith(Declared(member, model).Concat(Assigned(member, model)));
                names.UnionWith(Receivers(member, model));
            }
        }
    }

    private bool Reads(SyntaxNode node, SemanticModel model) => node.DescendantNodesAndSelf()
        .OfType<SimpleNameSyntax>()
        .Select(name => model.GetSymbolInfo(name).Symbol)
        .Any(symbol => symbol is not null && (Contains(symbol) || IsClock(symbol)));

    private static bool IsClock(ISymbol symbol) =>
        Clocks.Contains(symbol.ToDisplayString()) || Clocks.Contains(symbol.ContainingType?.ToDisplayString());

    private static IEnumerable<string> Declared(SyntaxNode member, SemanticModel model) => member
        .DescendantNodesAndSelf()
        .Select(node => model.GetDeclaredSymbol(node))
        .OfType<ISymbol>()
        .Where(IsOfCells)
        .Select(symbol => symbol.Name);

    private static IEnumerable<string> Assigned(SyntaxNode member, SemanticModel model) => member.DescendantNodes()
        .OfType<AssignmentExpressionSyntax>()
        .Select(assignment => Variable(assignment.Left, model))
        .OfType<string>();

    // times.Add(seconds): an object that is given a measured time holds it.
    private IEnumerable<string> Receivers(SyntaxNode member, SemanticModel model) => member.DescendantNodes()
        .OfType<InvocationExpressionSyntax>()
        .Where(call => call.Expression is MemberAccessExpressionSyntax
            && model.GetSymbolInfo(call).Symbol is IMethodSymbol { ReducedFrom: null }
            && Reads(call.ArgumentList, model))
        .Select(call => Variable(((MemberAccessExpressionSyntax)call.Expression).Expression, model))
        .OfType<string>();

    // The variable that x, x[0] and x.Y.Z begin with.
    private static string? Variable(ExpressionSyntax expression, SemanticModel model) => expression switch
    {
        ElementAccessExpressionSyntax element => Variable(element.Expression, model),
        MemberAccessExpressionSyntax member => Variable(member.Expression, model),
        IdentifierNameSyntax name when model.GetSymbolInfo(name).Symbol is { } symbol && IsOfCells(symbol) =>
            symbol.Name,
        _ => null,
    };

    private static bool IsOfCells(ISymbol symbol) => symbol.ContainingType?.IsScriptClass == true;
}

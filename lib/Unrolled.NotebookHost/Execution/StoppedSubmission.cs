using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Unrolled.NotebookHost.Execution;

/// <summary>
/// A submission that failed or was stopped while it ran. It leaves its types, its functions and the variables that it
/// had assigned. A variable that it had not assigned is as if it had not been declared: an earlier one of its name is
/// still there.
/// </summary>
internal sealed class StoppedSubmission
{
    private readonly CSharpCompilation compilation;
    private readonly object submission;
    private readonly SyntaxTree tree;
    private readonly SemanticModel model;
    private readonly ImmutableHashSet<ISymbol> unassigned;

    /// <param name="compilation">Its compilation.</param>
    /// <param name="submission">The object that holds its variables.</param>
    /// <param name="exception">What stopped it.</param>
    public StoppedSubmission(CSharpCompilation compilation, object submission, Exception exception)
    {
        (this.compilation, this.submission) = (compilation, submission);
        tree = compilation.SyntaxTrees[0];
        model = compilation.GetSemanticModel(tree);
        int reached = PlaceOf(exception is InterruptedException { Place: var place } ? place : exception);
        unassigned = ImmutableHashSet.CreateRange<ISymbol>(
            SymbolEqualityComparer.Default,
            tree.GetCompilationUnitRoot().Members
                .Where(member => member.Span.End > reached)
                .SelectMany(DeclaredVariables)
                .Where(variable => !IsAssigned(FieldOf(variable))));
    }

    /// <summary>The variables that it had not assigned.</summary>
    public IEnumerable<FieldInfo> Unassigned => unassigned.Cast<IFieldSymbol>().Select(FieldOf);

    /// <summary>
    /// The compilation that the next submission builds on: the same, except that the variables without a value have
    /// names that no code can write. Null if that does not compile.
    /// </summary>
    public CSharpCompilation? Declarations()
    {
        if (unassigned.IsEmpty)
            return compilation;
        SyntaxNode root = tree.GetRoot();
        SyntaxNode renamed = root.ReplaceTokens(
            root.DescendantTokens().Where(IsNameOfUnassigned),
            (token, _) => SyntaxFactory.Identifier(token.LeadingTrivia, $"<{token.Text}>", token.TrailingTrivia));
        CSharpCompilation declarations = compilation.ReplaceSyntaxTree(
            tree, tree.WithRootAndOptions(renamed, tree.Options));
        // Anonymous types get the names by which the next submission finds them when they are emitted.
        return declarations.Emit(Stream.Null).Success ? declarations : null;
    }

    // The beginning of the top-level statement that did not end; the beginning of the text where that is not known, as
    // when an await was interrupted.
    private int PlaceOf(Exception exception)
    {
        StackFrame? frame = new StackTrace(exception, fNeedFileInfo: true).GetFrames()
            .LastOrDefault(frame => frame.GetMethod()?.DeclaringType is { } type
                && type.DeclaringType == submission.GetType()
                && type.Name.StartsWith("<<Initialize>>", StringComparison.Ordinal));
        return frame?.GetFileLineNumber() is > 0 and int line
            ? tree.GetText().Lines.GetPosition(new LinePosition(line - 1, Math.Max(0, frame.GetFileColumnNumber() - 1)))
            : 0;
    }

    private IEnumerable<IFieldSymbol> DeclaredVariables(MemberDeclarationSyntax member) =>
        member is FieldDeclarationSyntax or GlobalStatementSyntax
            ? member.DescendantNodes()
                .Where(node => node is VariableDeclaratorSyntax or SingleVariableDesignationSyntax)
                .Select(node => model.GetDeclaredSymbol(node))
                .OfType<IFieldSymbol>()
            : [];

    private FieldInfo FieldOf(IFieldSymbol variable) => submission.GetType().GetField(
        variable.Name, BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!;

    // A value that no variable has from the beginning proves that it was assigned, whatever the place.
    private bool IsAssigned(FieldInfo variable) =>
        variable.GetValue(submission) is { } value
        && (!variable.FieldType.IsValueType
            || (variable.FieldType.IsPrimitive && !value.Equals(Activator.CreateInstance(variable.FieldType))));

    private bool IsNameOfUnassigned(SyntaxToken token) =>
        token.IsKind(SyntaxKind.IdentifierToken)
        && SymbolOf(token.Parent!) is { } symbol
        && unassigned.Contains(symbol);

    private ISymbol? SymbolOf(SyntaxNode node) =>
        node is IdentifierNameSyntax ? model.GetSymbolInfo(node).Symbol : model.GetDeclaredSymbol(node);
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Unrolled.NotebookHost.Cells;

namespace Unrolled.NotebookHost.Execution;

/// <summary>
/// Writes a check of <see cref="Interruption"/> to the beginning of every loop's body and every function's, so that
/// code which would run for ever can be stopped, and so can a library that calls a function of the cell again and
/// again. No line moves, so that errors and stacks stay the cell's own.
/// </summary>
internal sealed class InterruptChecks : CSharpSyntaxRewriter
{
    private static readonly StatementSyntax Check = SyntaxFactory.ParseStatement(
        $"if (global::{typeof(Interruption).FullName}.{nameof(Interruption.IsRequested)}) "
        + $"global::{typeof(Interruption).FullName}.{nameof(Interruption.Check)}();");

    private readonly SemanticModel model;

    private InterruptChecks(SemanticModel model) => this.model = model;

    /// <summary>The compilation with the checks in its text.</summary>
    public static CSharpCompilation Insert(CSharpCompilation written)
    {
        SyntaxTree tree = written.SyntaxTrees[0];
        SyntaxNode root = new InterruptChecks(written.GetSemanticModel(tree)).Visit(tree.GetRoot());
        return written.ReplaceSyntaxTree(
            tree,
            CSharpSyntaxTree.Create(
                (CSharpSyntaxNode)root, (CSharpParseOptions)tree.Options, tree.FilePath, tree.Encoding));
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitWhileStatement(WhileStatementSyntax node)
    {
        var loop = (WhileStatementSyntax)base.VisitWhileStatement(node)!;
        return loop.WithStatement(Checked(loop.Statement));
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitDoStatement(DoStatementSyntax node)
    {
        var loop = (DoStatementSyntax)base.VisitDoStatement(node)!;
        return loop.WithStatement(Checked(loop.Statement));
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitForStatement(ForStatementSyntax node)
    {
        var loop = (ForStatementSyntax)base.VisitForStatement(node)!;
        return loop.WithStatement(Checked(loop.Statement));
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitForEachStatement(ForEachStatementSyntax node)
    {
        var loop = (ForEachStatementSyntax)base.VisitForEachStatement(node)!;
        return loop.WithStatement(Checked(loop.Statement));
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitForEachVariableStatement(ForEachVariableStatementSyntax node)
    {
        var loop = (ForEachVariableStatementSyntax)base.VisitForEachVariableStatement(node)!;
        return loop.WithStatement(Checked(loop.Statement));
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitLabeledStatement(LabeledStatementSyntax node)
    {
        var target = (LabeledStatementSyntax)base.VisitLabeledStatement(node)!;
        return target.Statement is LocalDeclarationStatementSyntax or LocalFunctionStatementSyntax
            ? target
            : target.WithStatement(Checked(target.Statement));
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        var method = (MethodDeclarationSyntax)base.VisitMethodDeclaration(node)!;
        return method.Body is { } body ? method.WithBody(Checked(body))
            : method.ExpressionBody is { Expression: not ThrowExpressionSyntax } arrow
                ? method.WithExpressionBody(null).WithSemicolonToken(default).WithBody(
                    Block(arrow, method.SemicolonToken, HasNoValue(method.ReturnType, method.Modifiers)))
            : method;
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitLocalFunctionStatement(LocalFunctionStatementSyntax node)
    {
        var function = (LocalFunctionStatementSyntax)base.VisitLocalFunctionStatement(node)!;
        return function.Body is { } body ? function.WithBody(Checked(body))
            : function.ExpressionBody is { Expression: not ThrowExpressionSyntax } arrow
                ? function.WithExpressionBody(null).WithSemicolonToken(default).WithBody(
                    Block(arrow, function.SemicolonToken, HasNoValue(function.ReturnType, function.Modifiers)))
            : function;
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node)
    {
        if (IsExpressionTree(node))
            return node;
        var lambda = (ParenthesizedLambdaExpressionSyntax)base.VisitParenthesizedLambdaExpression(node)!;
        return lambda.Block is { } body ? lambda.WithBlock(Checked(body))
            : lambda.ExpressionBody is { } value and not ThrowExpressionSyntax
                ? lambda.WithExpressionBody(null).WithBlock(Block(value, HasNoValue(node)))
            : lambda;
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node)
    {
        if (IsExpressionTree(node))
            return node;
        var lambda = (SimpleLambdaExpressionSyntax)base.VisitSimpleLambdaExpression(node)!;
        return lambda.Block is { } body ? lambda.WithBlock(Checked(body))
            : lambda.ExpressionBody is { } value and not ThrowExpressionSyntax
                ? lambda.WithExpressionBody(null).WithBlock(Block(value, HasNoValue(node)))
            : lambda;
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitAnonymousMethodExpression(AnonymousMethodExpressionSyntax node)
    {
        var method = (AnonymousMethodExpressionSyntax)base.VisitAnonymousMethodExpression(node)!;
        return method.WithBlock(Checked(method.Block));
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitAccessorDeclaration(AccessorDeclarationSyntax node)
    {
        var accessor = (AccessorDeclarationSyntax)base.VisitAccessorDeclaration(node)!;
        return accessor.Body is { } body ? accessor.WithBody(Checked(body)) : accessor;
    }

    private static StatementSyntax Checked(StatementSyntax body) =>
        body is BlockSyntax block ? Checked(block) : SyntaxFactory.Block(Check, body);

    private static BlockSyntax Checked(BlockSyntax body) => body.WithStatements(body.Statements.Insert(0, Check));

    // An expression tree has no statements.
    private bool IsExpressionTree(LambdaExpressionSyntax lambda) =>
        model.GetTypeInfo(lambda).ConvertedType?.ContainingNamespace?.ToDisplayString() == "System.Linq.Expressions";

    private bool HasNoValue(LambdaExpressionSyntax lambda) =>
        model.GetSymbolInfo(lambda).Symbol is IMethodSymbol { ReturnType: var returned } function
        && (function.ReturnsVoid || (function.IsAsync && returned is INamedTypeSymbol { IsGenericType: false }));

    private static bool HasNoValue(TypeSyntax returned, SyntaxTokenList modifiers) =>
        returned is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword }
        || (modifiers.Any(SyntaxKind.AsyncKeyword)
            && returned is IdentifierNameSyntax { Identifier.Text: "Task" or "ValueTask" });

    // int F(int n) => F(n - 1); as { Check(); return F(n - 1); }, all on the line of the expression.
    private static BlockSyntax Block(ArrowExpressionClauseSyntax arrow, SyntaxToken semicolon, bool hasNoValue)
    {
        BlockSyntax block = Block(arrow.Expression, hasNoValue);
        SyntaxTriviaList before = arrow.GetLeadingTrivia().AddRange(arrow.ArrowToken.TrailingTrivia);
        return block.WithLeadingTrivia(before.AddRange(block.GetLeadingTrivia()))
            .WithTrailingTrivia(semicolon.LeadingTrivia.AddRange(semicolon.TrailingTrivia));
    }

    private static BlockSyntax Block(ExpressionSyntax value, bool hasNoValue)
    {
        ExpressionSyntax bare = value.WithLeadingTrivia(default(SyntaxTriviaList));
        StatementSyntax statement = hasNoValue
            ? SyntaxFactory.ExpressionStatement(bare)
            : SyntaxFactory.ReturnStatement(
                SyntaxFactory.Token(SyntaxKind.ReturnKeyword).WithTrailingTrivia(SyntaxFactory.Space), bare,
                SyntaxFactory.Token(SyntaxKind.SemicolonToken));
        return SyntaxFactory.Block(Check, statement).WithLeadingTrivia(value.GetLeadingTrivia());
    }
}

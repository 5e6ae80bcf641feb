using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Unrolled.NotebookHost.Cells;

namespace Unrolled.NotebookHost.Execution;

/// <summary>
/// Writes a call of <see cref="Interruption.Check"/> to the beginning of every loop's body and every method's, so that
/// code which would run for ever can be stopped. No line moves, so that errors and stacks stay the cell's own.
/// </summary>
internal sealed class InterruptChecks : CSharpSyntaxRewriter
{
    private static readonly StatementSyntax Check =
        SyntaxFactory.ParseStatement($"global::{typeof(Interruption).FullName}.{nameof(Interruption.Check)}();");

    private InterruptChecks()
    {
    }

    /// <summary>The text with the checks in it.</summary>
    public static SyntaxTree Insert(SyntaxTree tree) =>
        CSharpSyntaxTree.Create(
            (CSharpSyntaxNode)new InterruptChecks().Visit(tree.GetRoot()), (CSharpParseOptions)tree.Options,
            tree.FilePath, tree.Encoding);

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
            : Statement(method.ExpressionBody, method.ReturnType, method.Modifiers, method.SemicolonToken) is { } block
                ? method.WithExpressionBody(null).WithSemicolonToken(default).WithBody(block)
            : method;
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitLocalFunctionStatement(LocalFunctionStatementSyntax node)
    {
        var function = (LocalFunctionStatementSyntax)base.VisitLocalFunctionStatement(node)!;
        return function.Body is { } body ? function.WithBody(Checked(body))
            : Statement(
                function.ExpressionBody, function.ReturnType, function.Modifiers, function.SemicolonToken) is { } block
                ? function.WithExpressionBody(null).WithSemicolonToken(default).WithBody(block)
            : function;
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node)
    {
        var lambda = (ParenthesizedLambdaExpressionSyntax)base.VisitParenthesizedLambdaExpression(node)!;
        return lambda.Block is { } body ? lambda.WithBlock(Checked(body)) : lambda;
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node)
    {
        var lambda = (SimpleLambdaExpressionSyntax)base.VisitSimpleLambdaExpression(node)!;
        return lambda.Block is { } body ? lambda.WithBlock(Checked(body)) : lambda;
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

    // int F(int n) => F(n - 1); as { Check(); return F(n - 1); }
    private static BlockSyntax? Statement(
        ArrowExpressionClauseSyntax? body, TypeSyntax returned, SyntaxTokenList modifiers, SyntaxToken semicolon)
    {
        if (body is null or { Expression: ThrowExpressionSyntax })
            return null;
        bool hasNoValue = returned is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword }
            || (modifiers.Any(SyntaxKind.AsyncKeyword)
                && returned is IdentifierNameSyntax { Identifier.Text: "Task" or "ValueTask" });
        ExpressionSyntax value = body.Expression.WithLeadingTrivia(
            body.ArrowToken.TrailingTrivia.AddRange(body.Expression.GetLeadingTrivia()));
        StatementSyntax statement = hasNoValue
            ? SyntaxFactory.ExpressionStatement(value, semicolon)
            : SyntaxFactory.ReturnStatement(
                SyntaxFactory.Token(SyntaxKind.ReturnKeyword).WithTrailingTrivia(SyntaxFactory.Space), value,
                semicolon);
        return SyntaxFactory.Block(Check, statement).WithLeadingTrivia(body.GetLeadingTrivia());
    }
}

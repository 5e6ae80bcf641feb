using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Unrolled.NotebookHost.Execution;

namespace Unrolled.NotebookHost.Checking;

/// <summary>The place of a cell's using lines.</summary>
internal enum UsingLines
{
    /// <summary>This cell.</summary>
    Allowed,

    /// <summary>The file that the first cell imports.</summary>
    InImportedFile,

    /// <summary>The second code cell, which references the notebook's own packages.</summary>
    InSecondCell,
}

/// <summary>The rules that depend on a cell's syntax alone.</summary>
internal sealed class SyntaxRules : CSharpSyntaxWalker
{
    private const string UsingDeclaration =
        "using var at the top level of a cell is not C# script; write using (…) { … }";

    private static readonly string[] KernelFunctions = ["display", "HTML", "javascript", "SVG", "CSS"];

    private readonly List<DialectProblem> problems = [];
    private readonly UsingLines usingLines;
    private readonly bool isForOneKernel;

    private SyntaxRules(UsingLines usingLines, bool isForOneKernel) =>
        (this.usingLines, this.isForOneKernel) = (usingLines, isForOneKernel);

    /// <summary>The violations in a cell.</summary>
    /// <param name="source">Its text.</param>
    /// <param name="usingLines">Where its using lines belong.</param>
    /// <param name="isForOneKernel">
    /// Whether the notebook requires a kernel of its own, so that it may call what no other has.
    /// </param>
    public static IReadOnlyList<DialectProblem> Problems(
        string source, UsingLines usingLines, bool isForOneKernel = false)
    {
        SyntaxRules rules = new(usingLines, isForOneKernel);
        rules.Visit(CSharpSyntaxTree.ParseText(source, ScriptChain.ParseOptions).GetCompilationUnitRoot());
        return rules.problems;
    }

    public override void VisitUsingDirective(UsingDirectiveSyntax node)
    {
        // At the top of a cell the parser takes a using declaration for a damaged directive.
        if (node.NamespaceOrType is IdentifierNameSyntax { Identifier.ValueText: "var" })
            Add(node, UsingDeclaration);
        else if (usingLines == UsingLines.InSecondCell)
            Add(node, "a using line belongs in the second code cell, below the packages that it names");
        else if (usingLines == UsingLines.InImportedFile)
            Add(node, "a using line belongs in the imported file; write " + Item(node)
                + " into the project whose build writes that file");
    }

    public override void VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        if (isForOneKernel)
        {
            base.VisitInvocationExpression(node);
            return;
        }
        if (node.Expression is IdentifierNameSyntax { Identifier.ValueText: var function }
            && KernelFunctions.Contains(function))
            Add(node, $"{function}(…) is not in every kernel; end the cell with the value, or write x.Display();");
        if (node.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var method })
            CheckMethod(node, method);
        base.VisitInvocationExpression(node);
    }

    public override void VisitMemberAccessExpression(MemberAccessExpressionSyntax node)
    {
        if (node.Expression.ToString() is "Console" or "System.Console"
            && node.Name.Identifier.ValueText is var member
            && (member is "Error" || member.StartsWith("Read", StringComparison.Ordinal)))
        {
            string reason = member == "Error" ? "ClrKernel loses standard error" : "no notebook has an input";
            Add(node, $"Console.{member}: {reason}");
        }
        base.VisitMemberAccessExpression(node);
    }

    public override void VisitLiteralExpression(LiteralExpressionSyntax node)
    {
        if (node.Token.Value is string text ? text.Contains('\r') : node.Token.Value is '\r')
            Add(node, "a carriage return starts a new output in ClrKernel; write whole lines");
        base.VisitLiteralExpression(node);
    }

    public override void VisitLocalDeclarationStatement(LocalDeclarationStatementSyntax node)
    {
        if (node.UsingKeyword != default && node.Parent is GlobalStatementSyntax)
            Add(node, UsingDeclaration);
        base.VisitLocalDeclarationStatement(node);
    }

    public override void VisitFieldDeclaration(FieldDeclarationSyntax node)
    {
        if (node.Parent is CompilationUnitSyntax
            && node.Declaration.Type.ToString().Split('<')[0] is "Span" or "ReadOnlySpan")
            Add(node, "a span cannot live from one cell to the next; put it into a method");
        base.VisitFieldDeclaration(node);
    }

    public override void VisitNamespaceDeclaration(NamespaceDeclarationSyntax node) => AddNamespace(node);

    public override void VisitFileScopedNamespaceDeclaration(FileScopedNamespaceDeclarationSyntax node) =>
        AddNamespace(node);

    public override void VisitParameter(ParameterSyntax node)
    {
        if (node.Modifiers.Any(SyntaxKind.ThisKeyword))
            Add(node, "extension methods cannot be declared in a cell; write an ordinary method");
        base.VisitParameter(node);
    }

    private void CheckMethod(InvocationExpressionSyntax node, string method)
    {
        if (method == "DisplayAs")
            Add(node, "DisplayAs is not in every kernel; end the cell with the value, or write x.Display();");
        else if (method == "Display" && node.ArgumentList.Arguments.Count > 0)
            Add(node, "Display with a MIME type fails in ClrKernel; write x.Display();");
        else if (method == "Display"
            && node.Parent is not ExpressionStatementSyntax { SemicolonToken.IsMissing: false })
            Add(
                node,
                "what Display returns is not the same in every kernel; write x.Display(); as a statement of its own");
    }

    // The MSBuild item that makes this line a line of the imported file.
    private static string Item(UsingDirectiveSyntax node)
    {
        string name = node.NamespaceOrType.ToString().Replace("<", "&lt;").Replace(">", "&gt;");
        string alias = node.Alias is { } given ? $" Alias=\"{given.Name}\"" : "";
        string isStatic = node.StaticKeyword.IsKind(SyntaxKind.StaticKeyword) ? " Static=\"true\"" : "";
        return $"<Using Include=\"{name}\"{alias}{isStatic} />";
    }

    private void AddNamespace(SyntaxNode node) => Add(node, "a cell cannot declare a namespace");

    private void Add(SyntaxNode node, string message) =>
        problems.Add(new DialectProblem(node.GetLocation().GetLineSpan().StartLinePosition.Line + 1, message));
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Unrolled.Notebooks.Tests.Exercises;

/// <summary>Answers with a stub's signatures whose bodies throw, return nothing, or return too little.</summary>
internal static class HostileAnswers
{
    private static readonly CSharpParseOptions Script = new(kind: SourceCodeKind.Script);

    /// <summary>
    /// The hostile answers to an exercise; none where the stub asks for a value and not for a method.
    /// </summary>
    public static IEnumerable<Answer> To(ChapterExercise exercise) =>
        from hostile in new (string Name, Func<TypeSyntax, string?> Body)[]
        {
            ("throws", _ => "throw new System.InvalidOperationException(\"on purpose\")"),
            ("returns the default", type => IsVoid(type) ? null : "default!"),
            ("returns too little", TooLittle),
        }
        let source = WithBodies(exercise.Stub.Source, hostile.Body)
        where source is not null
        select new Answer(exercise.Id, hostile.Name, source);

    // Null where no method of the stub can be given such a body.
    private static string? WithBodies(string stub, Func<TypeSyntax, string?> body)
    {
        SyntaxNode root = CSharpSyntaxTree.ParseText(stub, Script).GetRoot();
        MethodDeclarationSyntax[] methods =
        [
            .. root.DescendantNodes()
                .OfType<MethodDeclarationSyntax>()
                .Where(method => body(method.ReturnType) is not null),
        ];
        return methods.Length == 0
            ? null
            : root.ReplaceNodes(methods, (method, _) => WithBody(method, body(method.ReturnType)!)).ToFullString();
    }

    private static MethodDeclarationSyntax WithBody(MethodDeclarationSyntax method, string expression) => method
        .WithBody(null)
        .WithExpressionBody(SyntaxFactory.ArrowExpressionClause(
            SyntaxFactory.Token(SyntaxKind.EqualsGreaterThanToken).WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.ParseExpression(expression)))
        .WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken).WithTrailingTrivia(SyntaxFactory.LineFeed));

    private static bool IsVoid(TypeSyntax type) =>
        type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };

    private static string? TooLittle(TypeSyntax type) => type switch
    {
        ArrayTypeSyntax { RankSpecifiers: [{ Rank: 1 }, ..] } => "[]",
        ArrayTypeSyntax { RankSpecifiers: [{ Rank: 2 }], ElementType: var element } => $"new {element}[0, 0]",
        SimpleNameSyntax { Identifier.Text: "Vector" } => $"{type}.Build.Dense(1)",
        SimpleNameSyntax { Identifier.Text: "Matrix" } => $"{type}.Build.Dense(1, 1)",
        TupleTypeSyntax tuple => "("
            + string.Join(", ", tuple.Elements.Select(element => TooLittle(element.Type) ?? "default!")) + ")",
        _ => null,
    };
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Unrolled.NotebookHost.Running;

/// <summary>A variable that a cell tagged <c>parameters</c> declares.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its C# keyword type, for <c>var</c> that of its literal; null where it is unknown.</param>
/// <param name="IsConstant">True when it cannot be assigned.</param>
internal sealed record DeclaredParameter(string Name, string? Type, bool IsConstant)
{
    /// <summary>The variables that a cell declares, in order.</summary>
    public static IReadOnlyList<DeclaredParameter> In(string source)
    {
        CSharpParseOptions script = new(kind: SourceCodeKind.Script);
        CompilationUnitSyntax unit = SyntaxFactory.ParseCompilationUnit(source, options: script);
        return
        [
            .. from field in unit.Members.OfType<FieldDeclarationSyntax>()
               from variable in field.Declaration.Variables
               select new DeclaredParameter(
                   variable.Identifier.ValueText,
                   TypeOf(field.Declaration.Type, variable.Initializer?.Value),
                   field.Modifiers.Any(modifier => modifier.IsKind(SyntaxKind.ConstKeyword))),
        ];
    }

    private static string? TypeOf(TypeSyntax type, ExpressionSyntax? value) => type switch
    {
        PredefinedTypeSyntax keyword => keyword.Keyword.ValueText,
        NullableTypeSyntax { ElementType: PredefinedTypeSyntax keyword } => keyword.Keyword.ValueText,
        { IsVar: true } => LiteralType(value),
        _ => null,
    };

    private static string? LiteralType(ExpressionSyntax? value) => value switch
    {
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } negated =>
            LiteralType(negated.Operand),
        LiteralExpressionSyntax literal => literal.Token.Value switch
        {
            int => "int",
            long => "long",
            double => "double",
            float => "float",
            decimal => "decimal",
            bool => "bool",
            string => "string",
            _ => null,
        },
        InterpolatedStringExpressionSyntax => "string",
        _ => null,
    };
}

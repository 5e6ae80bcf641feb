using System.Text;
using Microsoft.CodeAnalysis;

namespace Unrolled.Notebooks.Tests.Architecture;

/// <summary>The public types of an assembly with their members, in a stable order.</summary>
internal static class PublicApi
{
    private static readonly SymbolDisplayFormat TypeFormat = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters
            | SymbolDisplayGenericsOptions.IncludeTypeConstraints
            | SymbolDisplayGenericsOptions.IncludeVariance,
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat NameFormat =
        TypeFormat.WithKindOptions(SymbolDisplayKindOptions.None)
            .WithGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeParameters);

    private static readonly SymbolDisplayFormat MemberFormat = TypeFormat
        .WithMemberOptions(
            SymbolDisplayMemberOptions.IncludeModifiers
            | SymbolDisplayMemberOptions.IncludeAccessibility
            | SymbolDisplayMemberOptions.IncludeType
            | SymbolDisplayMemberOptions.IncludeRef
            | SymbolDisplayMemberOptions.IncludeConstantValue
            | SymbolDisplayMemberOptions.IncludeParameters)
        .WithParameterOptions(
            SymbolDisplayParameterOptions.IncludeExtensionThis
            | SymbolDisplayParameterOptions.IncludeParamsRefOut
            | SymbolDisplayParameterOptions.IncludeType
            | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeDefaultValue)
        .WithKindOptions(SymbolDisplayKindOptions.None);

    private static readonly SymbolDisplayFormat PropertyFormat = new(
        genericsOptions: MemberFormat.GenericsOptions,
        typeQualificationStyle: MemberFormat.TypeQualificationStyle,
        memberOptions: MemberFormat.MemberOptions,
        parameterOptions: MemberFormat.ParameterOptions,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        miscellaneousOptions: MemberFormat.MiscellaneousOptions);

    /// <summary>The text of a project's public API.</summary>
    public static string Of(SourceProject project)
    {
        StringBuilder text = new();
        foreach (INamedTypeSymbol type in project.PublicTypes.OrderBy(FullName, StringComparer.Ordinal))
            Append(type, "", text);
        return text.ToString();
    }

    private static void Append(INamedTypeSymbol type, string indent, StringBuilder text)
    {
        text.Append($"{indent}{Head(type)}\n");
        if (type.TypeKind == TypeKind.Delegate)
            return;
        ISymbol[] visible = [.. type.GetMembers().Where(IsVisible)];
        IEnumerable<string> members = visible.Where(member => member is not ITypeSymbol)
            .Select(member => member.ToDisplayString(member is IPropertySymbol ? PropertyFormat : MemberFormat));
        foreach (string member in members.Order(StringComparer.Ordinal))
            text.Append($"{indent}    {member}\n");
        foreach (INamedTypeSymbol inner in visible.OfType<INamedTypeSymbol>().OrderBy(FullName, StringComparer.Ordinal))
            Append(inner, indent + "    ", text);
    }

    private static string Head(INamedTypeSymbol type)
    {
        if (type.DelegateInvokeMethod is { } invoke)
        {
            IEnumerable<string> parameters = invoke.Parameters.Select(one => one.ToDisplayString(MemberFormat));
            return $"delegate {invoke.ReturnType.ToDisplayString(NameFormat)} {FullName(type)}"
                + $"({string.Join(", ", parameters)})";
        }

        string modifiers = type.TypeKind != TypeKind.Class ? type.IsReadOnly ? "readonly " : ""
            : type.IsStatic ? "static "
            : type.IsAbstract ? "abstract "
            : type.IsSealed ? "sealed "
            : "";
        string kind = type.TypeKind.ToString().ToLowerInvariant().Replace("structure", "struct");
        IEnumerable<INamedTypeSymbol> bases = new[] { type.BaseType }
            .OfType<INamedTypeSymbol>()
            .Where(one => one.SpecialType == SpecialType.None)
            .Concat(type.Interfaces.OrderBy(one => one.ToDisplayString(NameFormat), StringComparer.Ordinal));
        string inherits = string.Join(", ", bases.Select(one => one.ToDisplayString(NameFormat)));
        return $"{modifiers}{(type.IsRecord ? "record " : "")}{kind} {FullName(type)}"
            + (inherits.Length > 0 ? $" : {inherits}" : "");
    }

    private static string FullName(INamedTypeSymbol type) =>
        type.ContainingNamespace.IsGlobalNamespace || type.ContainingType is not null
            ? type.ToDisplayString(NameFormat)
            : $"{type.ContainingNamespace.ToDisplayString()}.{type.ToDisplayString(NameFormat)}";

    // What the compiler adds to a record is said by the word record.
    private static bool IsVisible(ISymbol member) =>
        member.DeclaredAccessibility is Accessibility.Public
            or Accessibility.Protected or Accessibility.ProtectedOrInternal
        && member is not IMethodSymbol
        {
            MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet
                or MethodKind.EventAdd or MethodKind.EventRemove,
        }
        && !(member is IMethodSymbol { IsImplicitlyDeclared: true, MethodKind: not MethodKind.Constructor })
        && !(member is IMethodSymbol { ContainingType.TypeKind: TypeKind.Enum })
        && !(member is IPropertySymbol { Name: "EqualityContract" });
}

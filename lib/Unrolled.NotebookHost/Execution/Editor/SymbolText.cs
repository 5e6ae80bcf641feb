using Microsoft.CodeAnalysis;

namespace Unrolled.NotebookHost.Execution.Editor;

/// <summary>How a symbol is written for a reader.</summary>
internal static class SymbolText
{
    private const SymbolDisplayMiscellaneousOptions Options =
        SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
        | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier;

    private const SymbolDisplayParameterOptions Parameters =
        SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
        | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeDefaultValue
        | SymbolDisplayParameterOptions.IncludeExtensionThis;

    private const SymbolDisplayMemberOptions Members =
        SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType
        | SymbolDisplayMemberOptions.IncludeRef | SymbolDisplayMemberOptions.IncludeConstantValue;

    private static readonly SymbolDisplayFormat Bare = Format(SymbolDisplayTypeQualificationStyle.NameOnly, Members);

    private static readonly SymbolDisplayFormat WithType =
        Format(
            SymbolDisplayTypeQualificationStyle.NameOnly, Members | SymbolDisplayMemberOptions.IncludeContainingType);

    // A type is shown with its namespace, so that the reader knows which using it needs.
    private static readonly SymbolDisplayFormat WithNamespace =
        Format(SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces, Members);

    /// <summary>On one line beside a name: a method's parameters, a variable's type.</summary>
    public static string Short(ISymbol symbol) => symbol is INamespaceOrTypeSymbol ? "" : symbol.ToDisplayString(Bare);

    /// <summary>As it is declared.</summary>
    public static string Full(ISymbol symbol) => Prefix(symbol) + symbol.ToDisplayString(symbol switch
    {
        // Declarations of a cell are members of a class that the reader has not written.
        { ContainingType.IsScriptClass: true } => Bare,
        INamespaceOrTypeSymbol => WithNamespace,
        _ => WithType,
    });

    /// <summary>The kind of a symbol in one word.</summary>
    public static string Kind(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol type => type.TypeKind switch
        {
            TypeKind.Struct => "struct",
            TypeKind.Interface => "interface",
            TypeKind.Enum => "enum",
            TypeKind.Delegate => "delegate",
            _ => "class",
        },
        INamespaceSymbol => "namespace",
        IMethodSymbol => "method",
        IPropertySymbol => "property",
        IFieldSymbol { ContainingType.IsScriptClass: true } => "variable",
        IFieldSymbol => "field",
        IEventSymbol => "event",
        IParameterSymbol => "parameter",
        ITypeParameterSymbol => "type parameter",
        _ => "variable",
    };

    private static string Prefix(ISymbol symbol) => symbol switch
    {
        ILocalSymbol => "(local variable) ",
        IParameterSymbol => "(parameter) ",
        IFieldSymbol { ContainingType.IsScriptClass: true } => "(variable) ",
        IMethodSymbol { IsExtensionMethod: true } => "(extension) ",
        _ => "",
    };

    private static SymbolDisplayFormat Format(
        SymbolDisplayTypeQualificationStyle qualification, SymbolDisplayMemberOptions members) => new(
        typeQualificationStyle: qualification,
        genericsOptions:
            SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints,
        memberOptions: members,
        delegateStyle: SymbolDisplayDelegateStyle.NameAndSignature,
        extensionMethodStyle: SymbolDisplayExtensionMethodStyle.InstanceMethod,
        parameterOptions: Parameters,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        localOptions: SymbolDisplayLocalOptions.IncludeType | SymbolDisplayLocalOptions.IncludeConstantValue,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword | SymbolDisplayKindOptions.IncludeNamespaceKeyword,
        miscellaneousOptions: Options);
}

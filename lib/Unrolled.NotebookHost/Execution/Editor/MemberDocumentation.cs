using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Unrolled.NotebookHost.Execution.Editor;

/// <summary>A member's XML documentation.</summary>
internal sealed partial class MemberDocumentation
{
    private readonly XElement member;

    private MemberDocumentation(XElement member) => this.member = member;

    /// <summary>The documentation of a symbol; where it is inherited, that of the base.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <param name="compilation">Knows the files of the libraries.</param>
    /// <returns>Null where there is none.</returns>
    public static MemberDocumentation? Of(ISymbol symbol, Compilation compilation)
    {
        symbol = symbol is IMethodSymbol { ReducedFrom: { } extension }
            ? extension.OriginalDefinition
            : symbol.OriginalDefinition;
        XElement? member = Read(symbol, compilation);
        if (member?.Element("inheritdoc") is not null)
            return Inherited(symbol) is { } origin ? Of(origin, compilation) : null;
        return member is null ? null : new MemberDocumentation(member);
    }

    /// <summary>As plain text: what it is, then its parameters, what it returns, what it throws.</summary>
    /// <param name="inDetail">The remarks too.</param>
    public string ToText(bool inDetail)
    {
        List<string> paragraphs = [Text(member.Element("summary"))];
        string[] named =
        [
            .. member.Elements("typeparam").Concat(member.Elements("param"))
                .Select(parameter => $"{parameter.Attribute("name")?.Value}: {Text(parameter)}"),
            .. member.Elements("returns").Select(returned => $"Returns: {Text(returned)}"),
            .. member.Elements("value").Select(value => $"Value: {Text(value)}"),
            .. member.Elements("exception")
                .Select(thrown => $"Throws {ShortName(thrown.Attribute("cref")?.Value)}: {Text(thrown)}"),
        ];
        paragraphs.Add(string.Join("\n", named));
        if (inDetail)
            paragraphs.Add(Text(member.Element("remarks")));
        return string.Join("\n\n", paragraphs.Where(paragraph => paragraph != ""));
    }

    private static XElement? Read(ISymbol symbol, Compilation compilation)
    {
        string? xml = symbol.GetDocumentationCommentXml() is { Length: > 0 } written
            ? written
            : DocumentationFiles.MemberOf(symbol, compilation);
        try
        {
            return xml is null ? null : XElement.Parse(xml, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            // The author's XML is broken; the compiler has warned of it.
            return null;
        }
    }

    private static ISymbol? Inherited(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { OverriddenMethod: { } overridden } => overridden,
        IPropertySymbol { OverriddenProperty: { } overridden } => overridden,
        INamedTypeSymbol type => type.BaseType is { SpecialType: not SpecialType.System_Object } parent
            ? parent
            : type.Interfaces.FirstOrDefault(),
        { ContainingType: { } type } => type.AllInterfaces.SelectMany(contract => contract.GetMembers(symbol.Name))
            .FirstOrDefault(promised => SymbolEqualityComparer.Default.Equals(
                type.FindImplementationForInterfaceMember(promised), symbol)),
        _ => null,
    };

    private static string Text(XElement? element)
    {
        StringBuilder text = new();
        Append(text, element);
        return Lines().Replace(Blanks().Replace(text.ToString(), " "), "\n").Trim();
    }

    private static void Append(StringBuilder text, XElement? element)
    {
        foreach (XNode node in element?.Nodes() ?? [])
        {
            if (node is XText words)
                text.Append(words.Value.ReplaceLineEndings(" "));
            else if (node is XElement inner)
                AppendElement(text, inner);
        }
    }

    private static void AppendElement(StringBuilder text, XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "see" or "seealso" when element.IsEmpty:
                text.Append(ShortName(element.Attribute("cref")?.Value)
                    ?? element.Attribute("langword")?.Value
                    ?? element.Attribute("href")?.Value);
                break;
            case "paramref" or "typeparamref":
                text.Append(element.Attribute("name")?.Value);
                break;
            case "code":
                text.Append('\n').Append(element.Value.Trim('\r', '\n')).Append('\n');
                break;
            case "para" or "item" or "list":
                text.Append('\n');
                Append(text, element);
                text.Append('\n');
                break;
            case "br":
                text.Append('\n');
                break;
            default:
                Append(text, element);
                break;
        }
    }

    // M:System.Math.Sin(System.Double) is Math.Sin to a reader, T:System.Math is Math.
    private static string? ShortName(string? reference)
    {
        if (reference is null)
            return null;
        string name = Arguments().Replace(reference, "");
        int kept = name.StartsWith("T:", StringComparison.Ordinal) || name.StartsWith("N:", StringComparison.Ordinal)
            ? 1
            : 2;
        string[] parts = name[(name.IndexOf(':') + 1)..].Split('.');
        return string.Join('.', parts[Math.Max(0, parts.Length - kept)..]);
    }

    [GeneratedRegex(@"\(.*\)$|``?\d+")]
    private static partial Regex Arguments();

    [GeneratedRegex(@"[ \t]{2,}")]
    private static partial Regex Blanks();

    [GeneratedRegex(@" ?\n[ \n]*")]
    private static partial Regex Lines();
}

using Markdig.Extensions.Mathematics;
using Markdig.Syntax.Inlines;

namespace Unrolled.NotebookHost.Book;

/// <summary>Inline Markdown without its markup.</summary>
internal static class PlainText
{
    /// <summary>What a reader would read out.</summary>
    public static string Of(Inline? inline) => inline switch
    {
        null => "",
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        MathInline formula => formula.Content.ToString(),
        LineBreakInline => " ",
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        ContainerInline container => string.Concat(container.Select(Of)),
        _ => "",
    };
}

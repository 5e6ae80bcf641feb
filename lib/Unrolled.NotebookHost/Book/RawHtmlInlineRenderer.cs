using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Unrolled.NotebookHost.Book;

/// <summary>HTML inside a paragraph, with its links resolved.</summary>
internal sealed class RawHtmlInlineRenderer(Func<string, string> resolve) : HtmlObjectRenderer<HtmlInline>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, HtmlInline inline) =>
        renderer.Write(LinkTags.Rewrite(inline.Tag, resolve));
}

using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Unrolled.NotebookHost.Book;

/// <summary>HTML that stands between paragraphs, with its links resolved.</summary>
internal sealed class RawHtmlBlockRenderer(Func<string, string> resolve) : HtmlObjectRenderer<HtmlBlock>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, HtmlBlock block) =>
        renderer.EnsureLine().WriteLine(LinkTags.Rewrite(block.Lines.ToString(), resolve));
}

using Markdig.Extensions.Tables;
using Markdig.Renderers;

namespace Unrolled.NotebookHost.Book;

/// <summary>Tables in a frame of their own, which scrolls where the page is narrow.</summary>
internal sealed class WideTableRenderer : HtmlTableRenderer
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, Table table)
    {
        renderer.EnsureLine().WriteLine("<div class=\"table\" tabindex=\"0\" role=\"group\" aria-label=\"Table\">");
        base.Write(renderer, table);
        renderer.EnsureLine().WriteLine("</div>");
    }
}

using Markdig.Extensions.Footnotes;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Unrolled.NotebookHost.Book;

/// <summary>The footnotes of a cell, numbered on from those of the cells before.</summary>
internal sealed class FootnoteListRenderer : HtmlObjectRenderer<FootnoteGroup>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, FootnoteGroup group)
    {
        Footnote[] footnotes = [.. group.Cast<Footnote>()];
        renderer.EnsureLine().WriteLine($"<ol class=\"footnotes\" start=\"{footnotes[0].Order}\">");
        foreach (Footnote footnote in footnotes)
        {
            renderer.WriteLine($"<li id=\"fn:{footnote.Order}\">");
            renderer.WriteChildren(footnote);
            renderer.EnsureLine().WriteLine("</li>");
        }
        renderer.WriteLine("</ol>");
    }
}

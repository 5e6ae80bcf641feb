using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Mathematics;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Unrolled.NotebookHost.Book;

/// <summary>Code in prose, coloured where it is C#; <c>```math</c> is a formula, as on GitHub.</summary>
internal sealed class FencedCodeRenderer : HtmlObjectRenderer<CodeBlock>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, CodeBlock block)
    {
        string text = block.Lines.ToString();
        string language = (block as FencedCodeBlock)?.Info ?? "";
        renderer.EnsureLine();
        renderer.Write(language == "math" ? Formula.Display(text) : CodeListing.Render(text, language) + "\n");
    }
}

/// <summary><c>$$</c> … <c>$$</c> over several lines.</summary>
internal sealed class FormulaBlockRenderer : HtmlObjectRenderer<MathBlock>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, MathBlock formula) =>
        renderer.EnsureLine().Write(Formula.Display(formula.Lines.ToString()));
}

/// <summary><c>$…$</c>, and <c>$$…$$</c> inside a paragraph.</summary>
internal sealed class FormulaInlineRenderer : HtmlObjectRenderer<MathInline>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, MathInline formula)
    {
        string tex = formula.Content.ToString();
        renderer.Write(formula.DelimiterCount == 2 ? Formula.DisplayInParagraph(tex) : Formula.Inline(tex));
    }
}

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

/// <summary>HTML between paragraphs, with its links resolved.</summary>
internal sealed class RawHtmlBlockRenderer(Func<string, string> resolve) : HtmlObjectRenderer<HtmlBlock>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, HtmlBlock block) =>
        renderer.EnsureLine().WriteLine(LinkTags.Rewrite(block.Lines.ToString(), resolve));
}

/// <summary>HTML inside a paragraph, with its links resolved.</summary>
internal sealed class RawHtmlInlineRenderer(Func<string, string> resolve) : HtmlObjectRenderer<HtmlInline>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, HtmlInline inline) =>
        renderer.Write(LinkTags.Rewrite(inline.Tag, resolve));
}

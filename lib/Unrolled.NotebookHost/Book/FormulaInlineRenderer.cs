using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Unrolled.NotebookHost.Book;

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

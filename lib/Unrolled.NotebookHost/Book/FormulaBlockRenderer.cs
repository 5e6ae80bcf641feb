using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Unrolled.NotebookHost.Book;

/// <summary><c>$$</c> … <c>$$</c> over several lines.</summary>
internal sealed class FormulaBlockRenderer : HtmlObjectRenderer<MathBlock>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, MathBlock formula) =>
        renderer.EnsureLine().Write(Formula.Display(formula.Lines.ToString()));
}

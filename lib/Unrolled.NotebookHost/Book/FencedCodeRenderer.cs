using Markdig.Renderers;
using Markdig.Renderers.Html;
using CodeBlock = Markdig.Syntax.CodeBlock;

namespace Unrolled.NotebookHost.Book.Prose;

/// <summary>Code in prose, coloured where it is C#; <c>```math</c> is a formula, as on GitHub.</summary>
internal sealed class FencedCodeRenderer : HtmlObjectRenderer<CodeBlock>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, CodeBlock block)
    {
        string text = block.Lines.ToString();
        string language = (block as Markdig.Syntax.FencedCodeBlock)?.Info ?? "";
        renderer.EnsureLine();
        renderer.Write(language == "math" ? Formula.Display(text) : Code.CodeBlock.Render(text, language) + "\n");
    }
}

using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

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

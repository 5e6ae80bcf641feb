using Unrolled.Charts.Display;
using Unrolled.Charts.Svg;

namespace Unrolled.Charts;

/// <summary>
/// Something to look at in a notebook: an SVG picture that becomes interactive where scripts run, and a plain text where
/// neither is shown.
/// </summary>
[TypeFormatterSource(typeof(DrawingFormatterSource), PreferredMimeTypes = [HtmlFormatter.Html, PlainTextFormatter.Plain])]
public abstract class Drawing
{
    static Drawing()
    {
        ClrKernelDisplay.Register();
    }

    private protected Drawing()
    {
    }

    /// <summary>
    /// Names the data that are drawn: <c>sha256:</c> and the SHA-256 of the canonical data, in which numbers have five
    /// significant digits. Equal data have equal digests on every machine.
    /// </summary>
    public string Digest => Parts().Digest;

    /// <summary>The picture as one SVG element. The same data give the same text, byte for byte.</summary>
    /// <returns>SVG with a text alternative, its canonical data in <c>metadata</c>, and its digest in <c>data-figure</c>.</returns>
    public string ToSvg() => SvgDocument.Write(Parts(), marked: true);

    /// <summary>
    /// The picture as HTML for a notebook. The first chart of a process also carries plotly.js; all others use it.
    /// </summary>
    /// <returns>One <c>div</c> whose <c>data-figure</c> is <see cref="Digest"/>.</returns>
    public string ToHtml() => HtmlFragment.Write(Parts(), SharedScripts.OncePerProcess);

    /// <summary>Writes the picture to a file: SVG, or a page that is interactive without a network.</summary>
    /// <param name="path">A path that ends in <c>.svg</c> or <c>.html</c>. An existing file is replaced whole.</param>
    /// <exception cref="ArgumentException">The path ends otherwise.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        AtomicFile.Write(path, Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".svg" => ToSvg() + "\n",
            ".html" => HtmlFragment.Page(Parts()),
            string other => throw new ArgumentException($"Figures are saved as .svg or .html, not as \"{other}\": {path}", nameof(path)),
        });
    }

    /// <summary>A description of what is drawn, with small plots made of characters.</summary>
    /// <returns>Several lines, the same for the same data.</returns>
    public abstract override string ToString();

    internal abstract DrawingParts Parts();
}

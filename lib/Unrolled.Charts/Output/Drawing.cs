using System.Text;

namespace Unrolled;

/// <summary>
/// A figure or a diagram in a notebook: an SVG picture that becomes interactive where scripts run, and a plain text
/// where pictures are not shown.
/// </summary>
[TypeFormatterSource(
    typeof(ShownFormatterSource), PreferredMimeTypes = [HtmlFormatter.Html, PlainTextFormatter.Plain])]
public abstract class Drawing : IShown
{
    static Drawing()
    {
        ClrKernelDisplay.Register();
    }

    private protected Drawing()
    {
    }

    /// <summary>
    /// The name of the drawn data: <c>sha256:</c> and the SHA-256 of the canonical data, in which numbers have five
    /// significant digits. Equal data have equal digests on every machine.
    /// </summary>
    public string Digest => Parts().Digest;

    /// <summary>The drawing as one SVG element. The same data give the same text, byte for byte.</summary>
    /// <returns>
    /// SVG with a text alternative, its canonical data in <c>metadata</c>, and its digest in <c>data-figure</c>.
    /// </returns>
    public string ToSvg() => SvgDocument.Write(Parts(), marked: true);

    /// <summary>
    /// The drawing as HTML for a notebook. The first figure of a process also carries plotly.js; all later ones use it.
    /// </summary>
    /// <returns>One <c>div</c> whose <c>data-figure</c> is <see cref="Digest"/>.</returns>
    public string ToHtml() => HtmlFragment.Write(Parts(), SharedScripts.OncePerProcess);

    /// <summary>
    /// Saves the drawing as SVG, or as a page that is interactive without a network: first to a temporary name in the
    /// same folder, then in one move, so that no reader ever sees half a file.
    /// </summary>
    /// <param name="path">A path that ends in <c>.svg</c> or <c>.html</c>. An existing file is replaced.</param>
    /// <exception cref="ArgumentException">The path ends otherwise.</exception>
    /// <exception cref="IOException">The file could not be written; an older one is left as it was.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string text = Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".svg" => ToSvg() + "\n",
            ".html" => HtmlFragment.Page(Parts()),
            string other => throw new ArgumentException(
                $"Figures are saved as .svg or .html, not as \"{other}\": {path}", nameof(path)),
        };
        Write(path, text);
    }

    /// <summary>A description of the drawing, with small plots made of characters, and its caption below.</summary>
    /// <returns>Several lines, the same for the same data.</returns>
    public sealed override string ToString() => Numbered is { } caption ? $"{Text()}\n{caption}" : Text();

    /// <summary>The caption; null for none.</summary>
    internal FigureCaption? Numbered { get; set; }

    internal DrawingParts Parts() => Numbered is { } caption ? Drawn().With(caption) : Drawn();

    /// <summary>The drawing without its caption.</summary>
    private protected abstract DrawingParts Drawn();

    /// <summary>The text without the caption.</summary>
    private protected abstract string Text();

    private static void Write(string path, string text)
    {
        FileSystemInfo? linked = File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true) : null;
        string target = linked?.FullName ?? Path.GetFullPath(path);
        string temporary = $"{target}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllText(temporary, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}

/// <summary>Everything that the outputs of a drawing are made from.</summary>
/// <param name="Width">In SVG units.</param>
/// <param name="Height">In SVG units.</param>
/// <param name="Title">One line, for readers who do not see the drawing.</param>
/// <param name="Description">The data in sentences, for readers who do not see the drawing.</param>
/// <param name="Canonical">The data as canonical JSON; see <see cref="CanonicalWriter"/>.</param>
/// <param name="Draw">Writes the shapes; ids in them begin with the given text.</param>
/// <param name="Upgrade">The interactive form; null for a drawing that is a still picture everywhere.</param>
internal sealed record DrawingParts(
    int Width, int Height, string Title, string Description, string Canonical, Action<SvgWriter, string> Draw,
    Upgrade? Upgrade = null)
{
    public string Digest { get; } = CanonicalWriter.Digest(Canonical);

    /// <summary>The caption below the picture; null for none.</summary>
    public FigureCaption? Caption { get; private init; }

    /// <summary>The drawing with a caption, which is read first where the drawing is not seen.</summary>
    public DrawingParts With(FigureCaption caption) =>
        new(Width, Height, $"{caption.Label} {Title}", $"{caption.Text} {Description}",
            CanonicalWriter.With(Canonical, caption), Draw, Upgrade)
        {
            Caption = caption,
        };
}

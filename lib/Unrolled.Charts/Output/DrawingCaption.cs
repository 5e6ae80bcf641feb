using System.Text.RegularExpressions;

namespace Unrolled;

/// <summary>Numbered captions below drawings.</summary>
public static class DrawingCaption
{
    /// <summary>
    /// Puts a numbered caption below the drawing: text that breaks into lines and does not shrink with the picture. A
    /// saved picture has it inside, the plain text as its last line. Pages can link to <c>#figure-2-3</c>.
    /// <code>new Figure("Loss").Line(losses).Caption("2.3", "The loss falls until epoch 40 and then stays.")</code>
    /// </summary>
    /// <typeparam name="T">The type of drawing.</typeparam>
    /// <param name="drawing">The drawing; a caption that it has is replaced.</param>
    /// <param name="number">The chapter's number and the figure's in it, such as 2.3.</param>
    /// <param name="text">A sentence that says what is to be seen.</param>
    /// <returns>The drawing.</returns>
    /// <exception cref="ArgumentException">The number has another form, or the text is empty.</exception>
    public static T Caption<T>(this T drawing, string number, string text) where T : Drawing
    {
        ArgumentNullException.ThrowIfNull(drawing);
        drawing.Numbered = FigureCaption.Of(number, text);
        return drawing;
    }
}

/// <summary>The number and the sentence below a drawing.</summary>
internal sealed partial record FigureCaption(string Number, string Text)
{
    /// <summary>"Figure 2.3."</summary>
    public string Label => $"Figure {Number}.";

    /// <summary>The place of the drawing in a page's address.</summary>
    public string Anchor => "figure-" + Number.Replace('.', '-');

    /// <summary>A checked caption.</summary>
    public static FigureCaption Of(string number, string text)
    {
        ArgumentNullException.ThrowIfNull(number);
        ArgumentNullException.ThrowIfNull(text);
        if (!TwoNumbers().IsMatch(number))
            throw new ArgumentException(
                $"The number of a caption is \"{number}\"; expected the chapter's and the figure's, such as 2.3.",
                nameof(number));
        string clean = SafeText.Clean(text).Trim();
        return clean.Length > 0
            ? new FigureCaption(number, clean)
            : throw new ArgumentException(
                $"The caption of figure {number} is empty; expected a sentence that says what is to be seen.",
                nameof(text));
    }

    /// <summary>The caption as one line of text.</summary>
    public override string ToString() => $"{Label} {Text}";

    [GeneratedRegex(@"^[0-9]{1,3}\.[1-9][0-9]{0,2}\z")]
    private static partial Regex TwoNumbers();
}

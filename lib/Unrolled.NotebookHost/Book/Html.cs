using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Unrolled.NotebookHost.Book;

/// <summary>Text as HTML.</summary>
internal static class Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Escapes a text for an element's content or an attribute in quotes.</summary>
    public static string Encode(string text) => Encoder.Encode(text);
}

using System.Net;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace Unrolled.NotebookHost.Book;

/// <summary>Text as HTML.</summary>
internal static partial class Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Escapes a text for an element's content or an attribute in quotes.</summary>
    public static string Encode(string text) => Encoder.Encode(text);

    /// <summary>The text of some HTML without its tags.</summary>
    public static string TextOf(string html) => WebUtility.HtmlDecode(Tags().Replace(html, ""));

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}

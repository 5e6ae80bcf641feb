using System.Net;
using System.Text.RegularExpressions;

namespace Unrolled.NotebookHost.Book;

/// <summary>Links in HTML that an author wrote as HTML.</summary>
internal static partial class LinkTags
{
    /// <summary>The HTML without its links, whose texts stay, and without the marks of footnotes.</summary>
    public static string Remove(string html) => Tags().Replace(html, "");

    /// <summary>The HTML with every <c>href</c> of a link and every <c>src</c> changed.</summary>
    public static string Rewrite(string html, Func<string, string> resolve) => Addresses().Replace(html, match =>
        match.Groups["before"].Value
        + Html.Encode(resolve(WebUtility.HtmlDecode(match.Groups["url"].Value)))
        + match.Groups["after"].Value);

    [GeneratedRegex("""<a\b[^>]*\bfootnote-ref\b[^>]*>.*?</a>|</?a\b[^>]*>""", RegexOptions.IgnoreCase)]
    private static partial Regex Tags();

    [GeneratedRegex(
        """(?<before><(?:a|img|source|video|audio)\b[^>]*?\s(?:href|src)\s*=\s*")(?<url>[^"]*)(?<after>")""",
        RegexOptions.IgnoreCase)]
    private static partial Regex Addresses();
}

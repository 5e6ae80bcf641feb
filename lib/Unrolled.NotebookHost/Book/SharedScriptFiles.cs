using System.Text;
using System.Text.RegularExpressions;

namespace Unrolled.NotebookHost.Book;

/// <summary>
/// Libraries that an output carries so that it works anywhere,
/// <c>&lt;script data-shared="NAME"&gt;…&lt;/script&gt;</c>: the book stores each once and each page loads it once,
/// before its first use.
/// </summary>
internal static partial class SharedScriptFiles
{
    /// <summary>The HTML with its shared scripts replaced by references to files of the book.</summary>
    public static string Externalise(string html, PageContext context) => SharedScript().Replace(html, match =>
    {
        byte[] content = Encoding.UTF8.GetBytes(match.Groups["content"].Value);
        string path = context.Edition.AddAsset($"{match.Groups["name"].Value}.js", content);
        if (!context.LoadsFirst(path))
            return "";
        string attributes = match.Groups["before"].Value + match.Groups["after"].Value;
        return $"<script{attributes} src=\"{context.LinkTo(path)}\"></script>";
    });

    [GeneratedRegex(
        """<script\b(?<before>[^>]*?)\s+data-shared\s*=\s*["']?(?<name>[\w-]+)["']?(?<after>[^>]*)>"""
        + """(?<content>.*?)</script\s*>""",
        RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex SharedScript();
}

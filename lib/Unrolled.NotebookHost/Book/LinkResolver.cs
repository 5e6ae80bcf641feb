using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Markdig.Helpers;

namespace Unrolled.NotebookHost.Book;

/// <summary>
/// Converts the links of a notebook to those of its page: to other pages, and to copies of the files that it shows.
/// </summary>
internal sealed class LinkResolver(PageContext context, JsonObject? attachments)
{
    private const string AttachmentScheme = "attachment:";

    /// <summary>The target of a link of the notebook, relative to the page.</summary>
    public string Resolve(string url)
    {
        if (url.StartsWith(AttachmentScheme, StringComparison.OrdinalIgnoreCase))
            return Attachment(url, Uri.UnescapeDataString(url[AttachmentScheme.Length..]));
        if (url.Length == 0 || url.StartsWith("//", StringComparison.Ordinal) || HasScheme(url))
            return url;

        int hash = url.IndexOf('#');
        string path = Uri.UnescapeDataString(hash < 0 ? url : url[..hash]);
        string fragment = hash < 0 ? "" : Fragment(url[(hash + 1)..]);
        return path.Length == 0 ? fragment : LocalFile(url, path) + fragment;
    }

    private static bool HasScheme(string url)
    {
        int colon = url.IndexOf(':');
        return colon > 1 && url[..colon].All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or '.');
    }

    // Jupyter keeps the capitals of a heading in its anchor, GitHub and this book do not.
    private static string Fragment(string fragment) => "#" + LinkHelper.UrilizeAsGfm(Uri.UnescapeDataString(fragment));

    private string LocalFile(string url, string path)
    {
        string target = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(context.Chapter.NotebookPath)!, path));
        if (context.Chapters.FirstOrDefault(chapter => chapter.NotebookPath == target) is { } chapter)
            return context.LinkTo(chapter.PagePath);
        if (File.Exists(target))
            return context.LinkTo(context.Edition.AddAsset(Path.GetFileName(target), File.ReadAllBytes(target)));
        context.Warn($"the link to {url} leads to nothing that the book can hold.");
        return url;
    }

    private string Attachment(string url, string name)
    {
        foreach ((string mimeType, JsonNode? content) in attachments?[name] as JsonObject ?? [])
        {
            string file = Path.GetFileNameWithoutExtension(name) + MimeContent.Extension(mimeType);
            if (MimeContent.Bytes(mimeType, content) is { } bytes)
                return context.LinkTo(context.Edition.AddAsset(file, bytes));
        }
        context.Warn($"there is no readable attachment named \"{name}\".");
        return url;
    }
}

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

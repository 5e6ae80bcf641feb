using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Markdig.Helpers;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Book;

/// <summary>
/// Converts the links of a notebook to those of its page: to other pages, and to copies of the files that it shows. A
/// notebook may be a stranger's: no link runs a script, and none copies a file from outside of the repository.
/// </summary>
/// <param name="context">The page.</param>
/// <param name="attachments">The cell's attachments; null for none.</param>
/// <param name="notebookPath">The notebook that the text is from, which may be another one's solutions.</param>
internal sealed class LinkResolver(PageContext context, JsonObject? attachments, string notebookPath)
{
    private const string AttachmentScheme = "attachment:";

    private static readonly string[] ForbiddenSchemes = ["javascript", "vbscript", "data"];

    /// <summary>The target of a link of the notebook, relative to the page.</summary>
    public string Resolve(string url)
    {
        if (url.StartsWith(AttachmentScheme, StringComparison.OrdinalIgnoreCase))
            return Attachment(url, Uri.UnescapeDataString(url[AttachmentScheme.Length..]));
        if (SchemeOf(url) is { } scheme)
            return ForbiddenSchemes.Contains(scheme) && !IsImage(url) ? Refused(url) : url;
        if (url.Length == 0 || url.StartsWith("//", StringComparison.Ordinal))
            return url;

        int hash = url.IndexOf('#');
        string path = Uri.UnescapeDataString(hash < 0 ? url : url[..hash]);
        string fragment = hash < 0 ? "" : Fragment(url[(hash + 1)..]);
        return path.Length == 0 ? fragment : LocalFile(url, path) + fragment;
    }

    // Browsers skip blanks and control characters in a scheme.
    private static string? SchemeOf(string url)
    {
        string visible = string.Concat(url.Where(c => c > ' '));
        int colon = visible.IndexOf(':');
        return colon > 1 && visible[..colon].All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or '.')
            ? visible[..colon].ToLowerInvariant()
            : null;
    }

    private static bool IsImage(string url) => url.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase);

    private string Refused(string url)
    {
        context.Warn($"the link to {url} could run a script and is left out.");
        return "#";
    }

    // Jupyter keeps the capitals of a heading in its anchor, GitHub and this book do not.
    private static string Fragment(string fragment) => "#" + LinkHelper.UrilizeAsGfm(Uri.UnescapeDataString(fragment));

    private string LocalFile(string url, string path)
    {
        string target = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(notebookPath)!, path));
        if (context.PageOf(target) is { } page)
            return context.LinkTo(page);
        if (File.Exists(target) && IsInRepository(target))
            return context.LinkTo(context.Edition.AddAsset(Path.GetFileName(target), File.ReadAllBytes(target)));
        context.Warn($"the link to {url} leads to nothing that the book can hold.");
        return url;
    }

    private bool IsInRepository(string file)
    {
        string root = RepositoryRoot.Of(Path.GetDirectoryName(notebookPath)!);
        string real = new FileInfo(file).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? file;
        return real.StartsWith(Path.TrimEndingDirectorySeparator(root) + Path.DirectorySeparatorChar);
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

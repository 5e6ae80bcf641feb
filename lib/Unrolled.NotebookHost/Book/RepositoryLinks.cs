namespace Unrolled.NotebookHost.Book;

/// <summary>Links from a page to the published repository.</summary>
/// <param name="url">Such as <c>https://github.com/OWNER/NAME</c>.</param>
/// <param name="root">The repository's folder on this machine.</param>
internal sealed class RepositoryLinks(string url, string root)
{
    private const string GitHub = "https://github.com/";

    /// <summary>The links of a book; null while its repository is published nowhere.</summary>
    public static RepositoryLinks? Of(BookSource source) =>
        source is { RepositoryUrl: { Length: > 0 } url, Root: { } root } ? new RepositoryLinks(url, root) : null;

    /// <summary>Links to a chapter's notebook, to a place where it runs, and to a report of a mistake.</summary>
    public IEnumerable<string> LinksOf(Chapter chapter)
    {
        string path = Path.GetRelativePath(root, chapter.NotebookPath).Replace(Path.DirectorySeparatorChar, '/');
        string escaped = string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
        yield return Link($"{url}/blob/HEAD/{escaped}", "The notebook on GitHub");
        if (Codespace is { } codespace)
            yield return Link(codespace, "Run it in a codespace");
        yield return Link($"{url}/issues/new?title={Uri.EscapeDataString($"{path}: ")}", "Report a mistake");
    }

    /// <summary>Links for the book's first page.</summary>
    public IEnumerable<string> Links()
    {
        yield return Link(url, "The source");
        if (Codespace is { } codespace)
            yield return Link(codespace, "Open in a codespace");
    }

    private string? Codespace => url.StartsWith(GitHub, StringComparison.OrdinalIgnoreCase)
        ? $"https://codespaces.new/{url[GitHub.Length..]}"
        : null;

    private static string Link(string address, string text) => $"<a href=\"{Html.Encode(address)}\">{text}</a>";
}

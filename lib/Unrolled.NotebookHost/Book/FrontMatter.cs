using System.Xml.Linq;

namespace Unrolled.NotebookHost.Book;

/// <summary>The parts of a book that are taken from the repository around its notebooks.</summary>
/// <param name="Title">README.md's first heading; without one the folder's name.</param>
/// <param name="Introduction">README.md's first paragraph as HTML without links; empty when there is none.</param>
public sealed record FrontMatter(string Title, string Introduction)
{
    private const string Properties = "Directory.Build.props";

    /// <summary>
    /// The question that each notebook answers, from the tables of README.md: the notebook's full path → the last cell
    /// of its row as HTML without links.
    /// </summary>
    public IReadOnlyDictionary<string, string> Questions { get; private init; } = new Dictionary<string, string>();

    /// <summary>
    /// Where the repository is published: <c>RepositoryUrl</c> in Directory.Build.props; null while it is empty.
    /// </summary>
    public string? RepositoryUrl { get; private init; }

    /// <summary>Reads the front matter of the book of a repository.</summary>
    public static FrontMatter Read(string repositoryRoot)
    {
        string readme = Path.Combine(repositoryRoot, "README.md");
        string text = File.Exists(readme) ? File.ReadAllText(readme) : "";
        Opening opening = ProseRenderer.OpeningOf(text);
        return new FrontMatter(
            opening.Title ?? Path.GetFileName(Path.GetFullPath(repositoryRoot)), opening.SummaryHtml)
        {
            Questions = ProseRenderer.RowsWithLinks(text)
                .DistinctBy(row => row.Url)
                .ToDictionary(row => Path.GetFullPath(row.Url, Path.GetFullPath(repositoryRoot)), row => row.Html),
            RepositoryUrl = UrlIn(Path.Combine(repositoryRoot, Properties)),
        };
    }

    private static string? UrlIn(string properties) =>
        File.Exists(properties)
        && XDocument.Load(properties).Descendants("RepositoryUrl").FirstOrDefault()?.Value.Trim() is { Length: > 0 } url
            ? url.TrimEnd('/')
            : null;
}

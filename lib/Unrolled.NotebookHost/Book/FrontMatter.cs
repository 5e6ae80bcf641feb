namespace Unrolled.NotebookHost.Book;

/// <summary>The title and the introduction of a book, taken from the repository's README.md.</summary>
/// <param name="Title">Its first heading; without one the folder's name.</param>
/// <param name="Introduction">Its first paragraph as HTML without links; empty when there is none.</param>
public sealed record FrontMatter(string Title, string Introduction)
{
    /// <summary>Reads the front matter of the book of a repository.</summary>
    public static FrontMatter Read(string repositoryRoot)
    {
        string readme = Path.Combine(repositoryRoot, "README.md");
        Opening opening = ProseRenderer.OpeningOf(File.Exists(readme) ? File.ReadAllText(readme) : "");
        return new FrontMatter(
            opening.Title ?? Path.GetFileName(Path.GetFullPath(repositoryRoot)), opening.SummaryHtml);
    }
}

namespace Unrolled.NotebookHost.Book;

/// <summary>The parts of a page that are its own.</summary>
/// <param name="Path">Its path within the book.</param>
/// <param name="Title">Its title as plain text.</param>
/// <param name="Language">The language of its prose, a BCP 47 tag.</param>
/// <param name="Body">The main part as HTML.</param>
/// <param name="Footer">What follows the main part, as HTML.</param>
/// <param name="Headings">Its headings.</param>
internal sealed record Page(
    string Path, string Title, string Language, string Body, string Footer, IReadOnlyList<Heading> Headings)
{
    /// <summary>The way from this page to a file of the book.</summary>
    public string LinkTo(string path) => PageContext.RelativeLink(Path, path);
}

namespace Unrolled.NotebookHost.Book;

/// <summary>A heading for the table of contents.</summary>
/// <param name="Level">1 for the title, 2 for a section, and so on.</param>
/// <param name="Id">The anchor.</param>
/// <param name="Html">What it says, without links.</param>
internal sealed record Heading(int Level, string Id, string Html);

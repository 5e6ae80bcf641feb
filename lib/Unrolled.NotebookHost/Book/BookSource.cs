namespace Unrolled.NotebookHost.Book;

/// <summary>What a book is made of.</summary>
/// <param name="Title">The title on every page.</param>
/// <param name="Introduction">One paragraph for the first page as HTML; empty for none.</param>
/// <param name="Notebooks">The notebooks in reading order.</param>
public sealed record BookSource(string Title, string Introduction, IReadOnlyList<ExecutedNotebook> Notebooks);

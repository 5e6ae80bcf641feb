using Unrolled.NotebookHost.Documents;

namespace Unrolled.NotebookHost.Book;

/// <summary>A notebook after its run.</summary>
/// <param name="Path">The file that was read.</param>
/// <param name="Document">The notebook with the outputs of the run, or as it was read when it was skipped.</param>
/// <param name="SkipReason">Why it did not run, shown on its page; null when it ran.</param>
/// <param name="Failure">What went wrong, in one or more lines; null when nothing did. A failed notebook is not published.</param>
public sealed record ExecutedNotebook(string Path, Notebook Document, string? SkipReason = null, string? Failure = null);

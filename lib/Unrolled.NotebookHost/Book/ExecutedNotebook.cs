using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Book;

/// <summary>A notebook after its run.</summary>
/// <param name="Path">The file that was read.</param>
/// <param name="Document">The notebook with the outputs of the run, or as it was read when it was skipped.</param>
/// <param name="SkipReason">Why it did not run, shown on its page; null when it ran.</param>
public sealed record ExecutedNotebook(string Path, Notebook Document, string? SkipReason = null);

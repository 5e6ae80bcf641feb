using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Book;

/// <summary>A notebook as a part of the book.</summary>
/// <param name="NotebookPath">Its full path.</param>
/// <param name="PagePath">Its page within the book, with <c>/</c>: <c>solutions/01-perceptron.html</c>.</param>
/// <param name="Title">Its title as plain text.</param>
/// <param name="TitleHtml">Its title as HTML without links.</param>
/// <param name="SummaryHtml">
/// The question that it answers, or its first paragraph, as HTML without links; empty when it has none.
/// </param>
/// <param name="Document">The notebook with its outputs.</param>
/// <param name="SkipReason">Why it did not run; null when it ran.</param>
internal sealed record Chapter(
    string NotebookPath,
    string PagePath,
    string Title,
    string TitleHtml,
    string SummaryHtml,
    Notebook Document,
    string? SkipReason)
{
    /// <summary>The tested sentences of its prose, in order.</summary>
    public IReadOnlyList<TestedSentence> Sentences { get; init; } = [];

    /// <summary>The file of its executed copy; null for none.</summary>
    public string? Copy { get; init; }

    /// <summary>Its exercises in order.</summary>
    public IReadOnlyList<Exercise> Exercises { get; init; } = [];

    /// <summary>The file of the notebook with the exercises' solutions; null for none.</summary>
    public string? SolutionsPath { get; init; }

    /// <summary>The path of its executed copy within the book, with <c>/</c>, as below an output folder.</summary>
    public string CopyPath => Path.ChangeExtension(PagePath, Path.GetExtension(NotebookPath));

    /// <summary>The part of the book that it belongs to, named after its folder; empty for those at the top.</summary>
    public string Part
    {
        get
        {
            string folder = Path.GetDirectoryName(PagePath)!;
            return folder.Length == 0 ? "" : char.ToUpperInvariant(folder[0]) + folder[1..];
        }
    }

    /// <summary>The tested sentences of a cell.</summary>
    public IReadOnlyList<TestedSentence> SentencesOf(NotebookCell cell) =>
        [.. Sentences.Where(sentence => sentence.CellId == cell.Id)];
}

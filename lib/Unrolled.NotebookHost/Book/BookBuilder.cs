using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Book;

/// <summary>Makes the pages of a book from executed notebooks.</summary>
public static class BookBuilder
{
    /// <summary>Renders every page and collects the files that the pages need.</summary>
    /// <exception cref="ArgumentException">There are no notebooks.</exception>
    public static Edition Build(BookSource source)
    {
        if (source.Notebooks.Count == 0)
            throw new ArgumentException("A book needs at least one notebook.", nameof(source));
        var edition = new Edition();
        SharedAssets assets = SharedAssets.AddTo(edition);
        IReadOnlyList<Chapter> chapters = Chapters(source.Notebooks);
        LiveSite? live = source.Live is { } runtime ? LiveSite.AddTo(edition, runtime, chapters) : null;
        var layout = new PageLayout(source.Title, chapters, assets, live);

        live?.AddPlayground(edition, source.Live!, layout);
        edition.AddText(IndexPage.Path, IndexPage.Render(source, chapters, layout));
        foreach (Chapter chapter in chapters.Where(chapter => chapter.Copy is not null))
            edition.AddText(chapter.CopyPath, chapter.Copy!);
        foreach (Chapter chapter in chapters)
            edition.AddText(chapter.PagePath, ChapterPage.Render(chapter, chapters, layout, edition));
        if (chapters.Any(chapter => chapter.Sentences.Count > 0))
            edition.AddText(TestedSentencesPage.Path, TestedSentencesPage.Render(source, chapters, layout));
        return edition;
    }

    private static IReadOnlyList<Chapter> Chapters(IReadOnlyList<ExecutedNotebook> notebooks)
    {
        string root = CommonFolder(
            notebooks.Select(notebook => Path.GetDirectoryName(Path.GetFullPath(notebook.Path))!));
        return [.. notebooks.Select(notebook => ChapterOf(notebook, root))];
    }

    private static Chapter ChapterOf(ExecutedNotebook notebook, string root)
    {
        string path = Path.GetFullPath(notebook.Path);
        string page = Path.ChangeExtension(Path.GetRelativePath(root, path), ".html").Replace(
            Path.DirectorySeparatorChar, '/');
        // The first page of the book has this name.
        if (page == IndexPage.Path)
            page = "index-notebook.html";
        IEnumerable<string> prose = notebook.Document.Cells
            .Where(cell => cell.Kind == CellKind.Markdown)
            .Select(cell => cell.Source);
        Opening opening = ProseRenderer.OpeningOf(string.Join("\n\n", prose));
        string name = Path.GetFileNameWithoutExtension(path);
        return new Chapter(
            path, page, opening.Title ?? name, opening.TitleHtml ?? Html.Encode(name), opening.SummaryHtml,
            notebook.Document, notebook.SkipReason)
        {
            Sentences = notebook.Sentences,
            Copy = notebook.Copy,
        };
    }

    private static string CommonFolder(IEnumerable<string> folders) => folders.Aggregate((common, folder) =>
    {
        while (Path.GetRelativePath(common, folder).StartsWith("..", StringComparison.Ordinal))
            common = Path.GetDirectoryName(common)!;
        return common;
    });
}

/// <summary>The source of a book.</summary>
/// <param name="Title">The title on every page.</param>
/// <param name="Introduction">One paragraph for the first page as HTML; empty for none.</param>
/// <param name="Notebooks">The notebooks in reading order.</param>
public sealed record BookSource(string Title, string Introduction, IReadOnlyList<ExecutedNotebook> Notebooks)
{
    /// <summary>The commit of the sources; null where it is not known.</summary>
    public string? Revision { get; init; }

    /// <summary>The runtime with which pages run their cells; null for pages that only show them.</summary>
    public LiveRuntime? Live { get; init; }
}

/// <summary>A notebook after its run.</summary>
/// <param name="Path">The file that was read.</param>
/// <param name="Document">The notebook with the outputs of the run, or as it was read when it was skipped.</param>
/// <param name="SkipReason">Why it did not run, shown on its page; null when it ran.</param>
public sealed record ExecutedNotebook(string Path, Notebook Document, string? SkipReason = null)
{
    /// <summary>The tested sentences of its prose, in order.</summary>
    public IReadOnlyList<TestedSentence> Sentences { get; init; } = [];

    /// <summary>The file of its executed copy, which its page offers; null for none.</summary>
    public string? Copy { get; init; }
}

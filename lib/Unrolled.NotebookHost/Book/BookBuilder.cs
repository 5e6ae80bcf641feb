using System.Text;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Book;

/// <summary>Makes the pages of a book from executed notebooks.</summary>
public static class BookBuilder
{
    private const string Extension = ".ipynb";

    // A notebook of this name at the top is the book's first page, and no chapter.
    private const string FrontName = "index" + Extension;

    /// <summary>Renders every page and collects the files that the pages need.</summary>
    /// <exception cref="ArgumentException">There are no notebooks.</exception>
    public static Edition Build(BookSource source) => Build(source, typesetter: null);

    /// <summary>Renders every page, with its formulas set where there is a typesetter.</summary>
    internal static Edition Build(BookSource source, FormulaTypesetter? typesetter)
    {
        if (source.Notebooks.Count == 0)
            throw new ArgumentException("A book needs at least one notebook.", nameof(source));
        var edition = new Edition();
        SharedAssets assets = SharedAssets.AddTo(edition);
        (Chapter? front, IReadOnlyList<Chapter> chapters) = Chapters(source);
        LiveSite? live = source.Live is { } runtime ? LiveSite.AddTo(edition, runtime, chapters) : null;
        var layout = new PageLayout(source, chapters, assets, typesetter, live);
        edition.Chapters = [.. chapters.Select(chapter => chapter.PagePath)];
        SearchIndex index = new();
        Glossary? glossary = layout.Glossary;

        live?.AddPlayground(edition, source.Live!, layout);
        foreach (Chapter chapter in chapters.Where(chapter => chapter.Copy is not null))
            edition.AddText(chapter.CopyPath, chapter.Copy!);
        foreach (Chapter chapter in chapters)
            edition.AddText(chapter.PagePath, ChapterPage.Render(
                new PageContext(chapter, chapters, edition)
                {
                    Front = front,
                    Glossary = glossary,
                    Search = IsSolutions(chapter, chapters) ? null : index,
                }, layout));
        edition.AddText(IndexPage.Path, IndexPage.Render(source, front, chapters, layout, edition));
        if (chapters.Any(chapter => chapter.Exercises.Count > 0))
            edition.AddText(ExercisesPage.Path, ExercisesPage.Render(chapters, layout));
        if (glossary is not null)
            edition.AddText(GlossaryPage.Path, GlossaryPage.Render(glossary, layout, chapters[0].Document.Language));
        if (chapters.Any(chapter => chapter.Sentences.Count > 0))
            edition.AddText(TestedSentencesPage.Path, TestedSentencesPage.Render(source, chapters, layout));
        edition.AddNamedAsset(SearchIndex.FileName, Encoding.UTF8.GetBytes(index.ToScript()));
        return edition;
    }

    private static (Chapter? Front, IReadOnlyList<Chapter> Chapters) Chapters(BookSource source)
    {
        string root = CommonFolder(
            source.Notebooks.Select(notebook => Path.GetDirectoryName(Path.GetFullPath(notebook.Path))!));
        Chapter[] all = [.. source.Notebooks.Select(notebook => ChapterOf(notebook, root, source))];
        Chapter? front = all.Length == 1
            ? null
            : all.FirstOrDefault(chapter => Path.GetRelativePath(root, chapter.NotebookPath) == FrontName);
        if (front is not null)
            front = front with { PagePath = IndexPage.Path };
        return (front, [.. all.Where(chapter => chapter.NotebookPath != front?.NotebookPath)]);
    }

    private static Chapter ChapterOf(ExecutedNotebook notebook, string root, BookSource source)
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
        ExecutedNotebook? solutions = SolutionsTo(path, source.Notebooks);
        return new Chapter(
            path, page, opening.Title ?? name, opening.TitleHtml ?? Html.Encode(name),
            source.Questions.GetValueOrDefault(path) ?? opening.SummaryHtml, notebook.Document, notebook.SkipReason)
        {
            Sentences = notebook.Sentences,
            Copy = notebook.Copy,
            SolutionsPath = solutions is null ? null : Path.GetFullPath(solutions.Path),
            Exercises = Exercise.Of(notebook.Document, solutions?.Document),
        };
    }

    // A search does not lead to what an exercise should find.
    private static bool IsSolutions(Chapter chapter, IReadOnlyList<Chapter> chapters) =>
        chapters.Any(other => other.SolutionsPath == chapter.NotebookPath);

    // A notebook of the same name in a folder below.
    private static ExecutedNotebook? SolutionsTo(string path, IReadOnlyList<ExecutedNotebook> notebooks) =>
        notebooks.FirstOrDefault(other =>
            Path.GetFileName(other.Path) == Path.GetFileName(path)
            && Path.GetDirectoryName(Path.GetDirectoryName(Path.GetFullPath(other.Path)))
                == Path.GetDirectoryName(path));

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

    /// <summary>The folder of the repository; null where it is not known.</summary>
    public string? Root { get; init; }

    /// <summary>Where the repository is published; null while it is not, and nothing leads there.</summary>
    public string? RepositoryUrl { get; init; }

    /// <summary>The question that each chapter answers: the notebook's full path → HTML without links.</summary>
    public IReadOnlyDictionary<string, string> Questions { get; init; } = new Dictionary<string, string>();

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

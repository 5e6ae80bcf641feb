using System.Text;

namespace Unrolled.NotebookHost.Book;

/// <summary>The state that the parts of one page share while it is rendered.</summary>
internal sealed class PageContext(Chapter chapter, IReadOnlyList<Chapter> chapters, Edition edition)
{
    private readonly HashSet<string> ids = [];
    private readonly HashSet<string> loadedScripts = [];

    /// <summary>The chapter that the page shows.</summary>
    public Chapter Chapter { get; } = chapter;

    /// <summary>All chapters of the book.</summary>
    public IReadOnlyList<Chapter> Chapters { get; } = chapters;

    /// <summary>The edition that the page belongs to.</summary>
    public Edition Edition { get; } = edition;

    /// <summary>The notebook that is the book's first page; null for none.</summary>
    public Chapter? Front { get; init; }

    /// <summary>The search index, which gets the page's words; null for a page that is not searched.</summary>
    public SearchIndex? Search { get; init; }

    /// <summary>The book's glossary; null for none.</summary>
    public Glossary? Glossary { get; init; }

    /// <summary>The terms that the page has marked so far.</summary>
    public HashSet<Term> Terms { get; } = [];

    /// <summary>The headings so far.</summary>
    public List<Heading> Headings { get; } = [];

    /// <summary>The footnotes so far; their numbers continue from cell to cell.</summary>
    public int FootnoteCount { get; set; }

    /// <summary>The references to footnotes so far.</summary>
    public int FootnoteMarkCount { get; set; }

    /// <summary>The number of the current cell, from 1.</summary>
    public int CellNumber { get; set; }

    /// <summary>The page of a notebook or of the glossary; null for a file that has none.</summary>
    public string? PageOf(string path) => path == Glossary?.Path
        ? GlossaryPage.Path
        : (Front is null ? Chapters : Chapters.Append(Front))
            .FirstOrDefault(chapter => chapter.NotebookPath == path)?.PagePath;

    /// <summary>The relative link from this page to a file of the book.</summary>
    public string LinkTo(string path) => RelativeLink(Chapter.PagePath, path);

    /// <summary>The relative link from one file of the book to another.</summary>
    public static string RelativeLink(string fromPage, string path) =>
        new StringBuilder().Insert(0, "../", fromPage.Count(c => c == '/'))
            .AppendJoin('/', path.Split('/').Select(Uri.EscapeDataString)).ToString();

    /// <summary>A unique id of the page: the requested one, or it with a number, as GitHub forms it.</summary>
    public string UniqueId(string wanted)
    {
        string id = wanted;
        for (int repeat = 1; !ids.Add(id); repeat++)
            id = $"{wanted}-{repeat}";
        return id;
    }

    /// <summary>True at the first request for a script.</summary>
    public bool LoadsFirst(string scriptPath) => loadedScripts.Add(scriptPath);

    /// <summary>Records a problem for readers in the current cell.</summary>
    public void Warn(string problem) =>
        Edition.Warn($"{Path.GetFileName(Chapter.NotebookPath)}, cell {CellNumber}: {problem}");
}

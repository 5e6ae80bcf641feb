using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.Notebooks.Tests.Links;

/// <summary>
/// The prose of a notebook or a Markdown file, with the links in it and what others link to: headings, places that are
/// named by <c>id</c>, and the cells and numbered figures of a notebook.
/// </summary>
internal sealed partial class LinkedDocument
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseMathematics()
        .UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
        .Build();

    private readonly Dictionary<string, IReadOnlySet<string>> anchorsOf = [];

    private LinkedDocument(string file, MarkdownDocument prose)
    {
        File = file;
        Links = [.. prose.Descendants<LinkInline>().Select(link => link.Url ?? "")];
        Anchors =
        [
            .. prose.Descendants<HeadingBlock>().Select(heading => heading.TryGetAttributes()?.Id ?? ""),
            .. prose.Descendants<HtmlInline>().SelectMany(html => Named(html.Tag)),
            .. prose.Descendants<HtmlBlock>().SelectMany(html => Named(html.Lines.ToString())),
            .. Cells(file),
            .. Figures(file),
        ];
    }

    /// <summary>Its full path.</summary>
    public string File { get; }

    /// <summary>Where its links and pictures lead, as they are written.</summary>
    public IReadOnlyList<string> Links { get; }

    /// <summary>The anchors of its headings, as GitHub makes them, of named places, of cells, and of figures.</summary>
    public HashSet<string> Anchors { get; }

    /// <summary>Reads a notebook or a Markdown file.</summary>
    public static LinkedDocument Read(string file) => new(file, Markdown.Parse(Prose(file), Pipeline));

    /// <summary>
    /// The reason why a link of this document leads nowhere; null when it leads somewhere, or out of the clone.
    /// </summary>
    public string? Problem(string link)
    {
        if (link.Contains("://") || link.StartsWith("mailto:", StringComparison.Ordinal))
            return null;
        string[] parts = Uri.UnescapeDataString(link).Split('#', 2);
        string target = parts[0].Length == 0 ? File : Path.GetFullPath(parts[0], Path.GetDirectoryName(File)!);
        if (!Path.Exists(target))
            return $"{link}: there is no such file.";
        return parts.Length == 1 || HasAnchor(target, parts[1]) ? null : $"{link}: there is no such heading or cell.";
    }

    // Many links of a page lead to few documents.
    private bool HasAnchor(string target, string anchor)
    {
        if (Path.GetExtension(target) is not (".md" or ".ipynb"))
            return false;
        if (!anchorsOf.TryGetValue(target, out IReadOnlySet<string>? anchors))
            anchorsOf[target] = anchors = Read(target).Anchors;
        return anchors.Contains(anchor);
    }

    private static IEnumerable<string> Named(string html) =>
        Identifier().Matches(html).Select(match => match.Groups[1].Value);

    // The anchors that the book gives to cells.
    private static IEnumerable<string> Cells(string file) => Path.GetExtension(file) == ".ipynb"
        ? Notebook.Load(file).Cells.Select(cell => $"cell-{cell.Id}")
        : [];

    // The anchors that the book gives to captions.
    private static IEnumerable<string> Figures(string file) => Path.GetExtension(file) == ".ipynb"
        ? Notebook.Load(file).Cells
            .Where(cell => cell.Kind == CellKind.Code)
            .SelectMany(cell => Caption().Matches(cell.Source))
            .Select(match => $"figure-{match.Groups[1].Value}-{match.Groups[2].Value}")
        : [];

    [GeneratedRegex(@"\bid=""([^""]+)""")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"\.Caption\(\s*""(\d+)\.(\d+)""")]
    private static partial Regex Caption();

    private static string Prose(string file) => Path.GetExtension(file) == ".ipynb"
        ? string.Join("\n\n", Notebook.Load(file).Cells
            .Where(cell => cell.Kind == CellKind.Markdown)
            .Select(cell => cell.Source))
        : System.IO.File.ReadAllText(file);
}

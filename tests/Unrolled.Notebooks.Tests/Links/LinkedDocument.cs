using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.Notebooks.Tests.Links;

/// <summary>The prose of a notebook or a Markdown file, with the links in it and the headings that others link to.</summary>
internal sealed class LinkedDocument
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseMathematics()
        .UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
        .Build();

    private LinkedDocument(string file, MarkdownDocument prose)
    {
        File = file;
        Links = [.. prose.Descendants<LinkInline>().Select(link => link.Url ?? "")];
        Anchors = prose.Descendants<HeadingBlock>().Select(heading => heading.TryGetAttributes()?.Id ?? "").ToHashSet();
    }

    /// <summary>Its full path.</summary>
    public string File { get; }

    /// <summary>Where its links and pictures lead, as they are written.</summary>
    public IReadOnlyList<string> Links { get; }

    /// <summary>Its headings' anchors, as GitHub makes them.</summary>
    public IReadOnlySet<string> Anchors { get; }

    /// <summary>Reads a notebook or a Markdown file.</summary>
    public static LinkedDocument Read(string file) => new(file, Markdown.Parse(Prose(file), Pipeline));

    /// <summary>What is wrong with a link of this document; null when it leads somewhere, or out of the clone.</summary>
    public string? Problem(string link)
    {
        if (link.Contains("://") || link.StartsWith("mailto:", StringComparison.Ordinal))
            return null;
        string[] parts = Uri.UnescapeDataString(link).Split('#', 2);
        string target = parts[0].Length == 0 ? File : Path.GetFullPath(parts[0], Path.GetDirectoryName(File)!);
        if (!Path.Exists(target))
            return $"{link}: there is no such file.";
        return parts.Length == 1 || HasAnchor(target, parts[1]) ? null : $"{link}: there is no such heading.";
    }

    private static bool HasAnchor(string target, string anchor) =>
        Path.GetExtension(target) is ".md" or ".ipynb" && Read(target).Anchors.Contains(anchor);

    private static string Prose(string file) => Path.GetExtension(file) == ".ipynb"
        ? string.Join("\n\n", Notebook.Load(file).Cells.Where(cell => cell.Kind == CellKind.Markdown).Select(cell => cell.Source))
        : System.IO.File.ReadAllText(file);
}

using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace Unrolled.Notebooks.Tests.Pages;

/// <summary>The terms of the series, as the table of <c>docs/glossary.md</c> has them.</summary>
internal static partial class Glossary
{
    /// <summary>The page, below the clone's root.</summary>
    public const string Page = "docs/glossary.md";

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().Build();

    /// <summary>The terms of a page, in its order.</summary>
    /// <exception cref="InvalidDataException">A row does not have the six columns of a term.</exception>
    public static IReadOnlyList<GlossaryTerm> Read(string page) =>
    [
        .. Markdown.Parse(page, Pipeline).Descendants<TableRow>()
            .Where(row => !row.IsHeader)
            .Select(row => Term([.. row.Select(cell => page.Substring(cell.Span.Start, cell.Span.Length).Trim())])),
    ];

    private static GlossaryTerm Term(string[] columns)
    {
        if (columns.Length != 6 || Anchor().Match(columns[0]) is not { Success: true } anchor)
            throw new InvalidDataException(
                $"\"{string.Join(" | ", columns)}\" is no term: expected an anchor with the name, Chinese, symbol, "
                + "meaning, other names, and a link to the cell that introduces it.");
        Match introduced = Link().Match(columns[5]);
        return new GlossaryTerm(
            anchor.Groups["id"].Value, anchor.Groups["name"].Value, columns[1],
            columns[4].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            introduced.Success ? introduced.Groups["notebook"].Value : null,
            introduced.Success ? introduced.Groups["cell"].Value : null);
    }

    [GeneratedRegex(@"^<a id=""(?<id>[^""]+)""></a>(?<name>.+)$")]
    private static partial Regex Anchor();

    [GeneratedRegex(@"\(\.\./(?<notebook>notebooks/[^#)]+)#cell-(?<cell>[^)]+)\)")]
    private static partial Regex Link();
}

/// <summary>A row of the glossary.</summary>
/// <param name="Id">Its anchor on the page.</param>
/// <param name="Name">The English term.</param>
/// <param name="Chinese">The Chinese term; empty for none.</param>
/// <param name="OtherNames">What others call it, and the chapters do not.</param>
/// <param name="Notebook">The notebook that introduces it, below the clone's root; null for none.</param>
/// <param name="Cell">The id of the cell that introduces it; null for none.</param>
internal sealed record GlossaryTerm(
    string Id, string Name, string Chinese, IReadOnlyList<string> OtherNames, string? Notebook, string? Cell);

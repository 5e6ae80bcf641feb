using System.Text.Json.Nodes;

namespace Unrolled.NotebookHost.Notebooks;

/// <summary>A piece of a Markdown cell that repeats what a source says, such as a paper's own numbers.</summary>
/// <param name="Says">A piece of the cell's text that occurs in it once.</param>
/// <param name="Source">The author, the year, and where in the source it stands.</param>
internal sealed record Quotation(string Says, string Source)
{
    private const string Place = "metadata.unrolled.quotes";

    /// <summary>The quotations of a cell, in their order.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="name">The notebook's name, for errors.</param>
    /// <exception cref="NotebookFormatException">
    /// The entry is not a list of quotations, or one of them is not in the cell exactly once.
    /// </exception>
    public static IReadOnlyList<Quotation> Of(NotebookCell cell, string name) =>
        cell.Json.NodeAt("metadata", "unrolled", "quotes") switch
        {
            null => [],
            JsonArray list when cell.Kind == CellKind.Markdown => [.. list.Select(item => Parse(item, cell, name))],
            _ => throw Malformed(cell, name, "expected a list of { \"says\": …, \"source\": … } in a Markdown cell"),
        };

    private static Quotation Parse(JsonNode? item, NotebookCell cell, string name)
    {
        if (item is not JsonObject entry || entry.Count != 2
            || entry.TextAt("says") is not { Length: > 0 } says
            || entry.TextAt("source") is not { Length: > 0 } source)
            throw Malformed(cell, name, $"expected {{ \"says\": …, \"source\": … }}, found {item?.ToJsonString()}");
        int first = cell.Source.IndexOf(says, StringComparison.Ordinal);
        if (first < 0 || cell.Source.IndexOf(says, first + 1, StringComparison.Ordinal) >= 0)
            throw Malformed(cell, name, $"the cell must say \"{says}\" exactly once");
        return new Quotation(says, source);
    }

    private static NotebookFormatException Malformed(NotebookCell cell, string name, string problem) =>
        new($"{name}: {(cell.Id.Length > 0 ? $"cell {cell.Id}, " : "")}{Place}: {problem}.");
}

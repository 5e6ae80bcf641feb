using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Unrolled.NotebookHost.Notebooks;

/// <summary>A sentence of a Markdown cell and the condition under which it is true.</summary>
/// <param name="Says">A piece of the cell's text that occurs in it once.</param>
/// <param name="Holds">A C# condition over the variables of the cells above.</param>
/// <param name="Seeds">
/// A C# expression for the number of random seeds behind the sentence; null where the notebook does not say it.
/// </param>
internal sealed record Claim(string Says, string Holds, string? Seeds)
{
    /// <summary>The entry for the result of its evaluation, which only executed copies have.</summary>
    public const string Found = "found";

    private const string Place = "metadata.unrolled.claims";

    private static readonly string[] Needed = ["says", "holds"];
    private static readonly string[] Keys = [.. Needed, "seeds"];

    private static readonly JsonSerializerOptions Readable =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The claims of a cell, in their order; only Markdown cells have any.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="name">The notebook's name, for errors.</param>
    /// <exception cref="NotebookFormatException">
    /// The entry is not a list of claims, or one of them quotes what the cell does not say exactly once.
    /// </exception>
    public static IReadOnlyList<Claim> Of(NotebookCell cell, string name) =>
        cell.Json.NodeAt("metadata", "unrolled", "claims") switch
        {
            null => [],
            _ when cell.Kind != CellKind.Markdown => throw Malformed(cell, name, "only a Markdown cell has claims"),
            JsonArray list => [.. list.Select(item => Parse(item, cell, name))],
            var other => throw Malformed(
                cell, name, "expected a list of { \"says\": …, \"holds\": … }, found " + other.ToJsonString()),
        };

    private static Claim Parse(JsonNode? item, NotebookCell cell, string name)
    {
        if (item is not JsonObject entry)
            throw Malformed(cell, name, $"expected {{ \"says\": …, \"holds\": … }}, found {Shown(item)}");
        if (entry.FirstOrDefault(property => !Keys.Contains(property.Key) && property.Key != Found).Key is { } unknown)
            throw Malformed(cell, name, $"a claim has {string.Join(", ", Keys)}, and no '{unknown}'");
        if (Array.Find(Keys, key => entry.ContainsKey(key) && Text(entry[key]) is null) is { } blank)
            throw Malformed(cell, name, $"'{blank}' must be a text that is not blank, found {Shown(entry[blank])}");
        if (Array.Find(Needed, key => !entry.ContainsKey(key)) is { } missing)
            throw Malformed(cell, name, $"'{missing}' is missing in {Shown(item)}");
        Claim claim = new(Text(entry["says"])!, Text(entry["holds"])!, Text(entry["seeds"]));
        return Occurrences(claim.Says, cell.Source) switch
        {
            1 => claim,
            0 => throw Malformed(cell, name, $"the cell does not say \"{claim.Says}\""),
            var count => throw Malformed(
                cell, name, $"the cell says \"{claim.Says}\" {count} times; quote more of the sentence"),
        };
    }

    private static string? Text(JsonNode? node) =>
        node.IsText() && node!.GetValue<string>() is var text && !string.IsNullOrWhiteSpace(text) ? text : null;

    private static int Occurrences(string piece, string text)
    {
        int count = 0;
        for (int at = text.IndexOf(piece, StringComparison.Ordinal); at >= 0;
            at = text.IndexOf(piece, at + 1, StringComparison.Ordinal))
            count++;
        return count;
    }

    private static string Shown(JsonNode? node) => node?.ToJsonString(Readable) ?? "null";

    private static NotebookFormatException Malformed(NotebookCell cell, string name, string problem) =>
        new($"{name}: {(cell.Id.Length > 0 ? $"cell {cell.Id}, " : "")}{Place}: {problem}.");
}

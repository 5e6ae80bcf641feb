using System.Text.Json.Nodes;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Running;

/// <summary>
/// The values of a notebook's claims in its executed copy: beside each claim, under <see cref="Claim.Found"/>, which no
/// saved notebook has.
/// </summary>
internal static class ClaimFindings
{
    /// <summary>Writes the findings into the claims of executed cells.</summary>
    public static void Write(IEnumerable<NotebookCell> executed, IReadOnlyList<ClaimReport> claims)
    {
        foreach ((JsonObject entry, ClaimReport claim) in executed.SelectMany(EntriesOf).Zip(claims))
            entry[Claim.Found] = new JsonObject
            {
                ["outcome"] = claim.Outcome.ToString(),
                ["values"] = new JsonObject(
                    [.. claim.Values.Select(part => KeyValuePair.Create(part.Key, (JsonNode?)part.Value))]),
                ["seeds"] = claim.Seeds,
                ["error"] = claim.Error,
            };
    }

    /// <summary>The findings that an executed copy holds.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="copy">Its executed copy.</param>
    /// <param name="name">The notebook's name, for errors.</param>
    /// <returns>A report for each claim of the notebook; null where the copy was made with other claims.</returns>
    public static IReadOnlyList<ClaimReport>? Read(Notebook notebook, Notebook copy, string name)
    {
        (NotebookCell Cell, Claim Claim)[] own =
            [.. notebook.Cells.SelectMany(cell => Claim.Of(cell, name).Select(claim => (cell, claim)))];
        JsonObject[] entries = [.. copy.Cells.SelectMany(EntriesOf).Take(own.Length)];
        bool isOfThese = entries.Length == own.Length && own.Zip(entries).All(
            pair => IsOf(pair.First.Claim, pair.Second) && pair.Second[Claim.Found] is JsonObject);
        return isOfThese
            ? [.. own.Zip(entries, (claim, entry) => Report(claim.Cell, claim.Claim, entry[Claim.Found]!.AsObject()))]
            : null;
    }

    private static bool IsOf(Claim claim, JsonObject entry) =>
        (entry.TextAt("says"), entry.TextAt("holds"), entry.TextAt("seeds"))
        == (claim.Says, claim.Holds, claim.Seeds);

    private static ClaimReport Report(NotebookCell cell, Claim claim, JsonObject found) => new(
        cell.Id, claim,
        Enum.TryParse(found.TextAt("outcome"), out ClaimOutcome outcome) ? outcome : ClaimOutcome.NotReached,
        [.. (found["values"] as JsonObject ?? []).Select(
            value => KeyValuePair.Create(value.Key, found.TextAt("values", value.Key) ?? ""))],
        found.TextAt("seeds"), found.TextAt("error"));

    private static IEnumerable<JsonObject> EntriesOf(NotebookCell cell) =>
        (cell.Json.NodeAt("metadata", "unrolled", "claims") as JsonArray ?? []).OfType<JsonObject>();
}

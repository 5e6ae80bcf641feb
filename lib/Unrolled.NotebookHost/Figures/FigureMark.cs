using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Figures;

/// <summary>
/// The mark of an output that is a figure: live it is the attribute <c>data-figure</c> on the root element of its HTML,
/// saved it is <c>metadata.unrolled.figure</c>. Both hold the digest of the figure's data.
/// </summary>
internal static partial class FigureMark
{
    /// <summary>The attribute of a live figure's root element.</summary>
    public const string Attribute = "data-figure";

    /// <summary>The digest of a live figure; null when the output is none.</summary>
    public static string? OfLive(JsonObject output) =>
        RootElement().Match(MultilineText.Join(output.NodeAt("data", "text/html"))) is { Success: true } root
            ? root.Groups[1].Value
            : null;

    /// <summary>The digest of a saved figure; null when the output is none.</summary>
    public static string? OfSaved(JsonObject output) =>
        output.NodeAt("data", "image/png") is null ? null : output.TextAt("metadata", "unrolled", "figure");

    /// <summary>The metadata of a saved figure.</summary>
    public static JsonObject Metadata(string digest, JsonNode? size) => new()
    {
        ["image/png"] = size,
        ["unrolled"] = new JsonObject { ["figure"] = digest },
    };

    [GeneratedRegex("""^\s*<[a-z][\w-]*\b[^>]*\sdata-figure="(sha256:[0-9a-f]{64})"[^>]*>""", RegexOptions.IgnoreCase)]
    private static partial Regex RootElement();
}

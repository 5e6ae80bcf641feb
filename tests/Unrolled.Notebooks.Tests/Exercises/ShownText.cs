using System.Text.Json.Nodes;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.Notebooks.Tests.Exercises;

/// <summary>What an executed cell shows, as plain text.</summary>
internal static class ShownText
{
    /// <summary>Everything that a cell shows: what it prints, its values, its error.</summary>
    public static string Of(NotebookCell cell) => Join(cell, output => Text(output) ?? Error(output));

    /// <summary>A cell's error; empty when it ran well.</summary>
    public static string ErrorOf(NotebookCell cell) => Join(cell, Error);

    private static string Join(NotebookCell cell, Func<JsonNode, string?> text) =>
        string.Concat(cell.Outputs.Select(output => text(output!))).Trim();

    private static string? Text(JsonNode output) => (output["text"] ?? output["data"]?["text/plain"]) switch
    {
        JsonArray lines => string.Concat(lines.Select(line => (string?)line)),
        JsonNode text => (string?)text,
        null => null,
    };

    private static string? Error(JsonNode output) =>
        output["ename"] is { } name ? $"{name}: {output["evalue"]}" : null;
}

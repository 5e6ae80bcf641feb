using System.Text.Json;
using System.Text.Json.Nodes;

namespace Unrolled.NotebookHost.Notebooks;

/// <summary>Access to a JSON tree by paths of keys.</summary>
internal static class JsonObjectExtensions
{
    /// <summary>The object under a key, made and attached when missing.</summary>
    public static JsonObject ObjectAt(this JsonObject parent, string key)
    {
        if (parent[key] is JsonObject found)
            return found;
        var made = new JsonObject();
        parent[key] = made;
        return made;
    }

    /// <summary>The node under a path of keys; null when the path ends early.</summary>
    public static JsonNode? NodeAt(this JsonObject parent, params ReadOnlySpan<string> path)
    {
        JsonNode? node = parent;
        foreach (string key in path)
            node = (node as JsonObject)?[key];
        return node;
    }

    /// <summary>The string under a path of keys; null when there is none.</summary>
    public static string? TextAt(this JsonObject parent, params ReadOnlySpan<string> path)
    {
        JsonNode? node = parent.NodeAt(path);
        return node.IsText() ? node!.GetValue<string>() : null;
    }

    /// <summary>The strings of the array under a path of keys; none when there is no array.</summary>
    public static IReadOnlyList<string> TextsAt(this JsonObject parent, params ReadOnlySpan<string> path) =>
        [.. (parent.NodeAt(path) as JsonArray ?? []).Where(IsText).Select(text => text!.GetValue<string>())];

    /// <summary>Whether a node is a JSON string.</summary>
    public static bool IsText(this JsonNode? node) => node?.GetValueKind() == JsonValueKind.String;
}

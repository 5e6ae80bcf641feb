using System.Text.Json.Nodes;

namespace Unrolled.NotebookHost.Documents;

/// <summary>Small readings of a JSON tree that the document types share.</summary>
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
}

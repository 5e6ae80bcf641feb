using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Unrolled.NotebookHost.Tests.Notebooks;

/// <summary>
/// What a JSON text says by System.Text.Json's own document, beside the tree that the notebook's reader made of it.
/// </summary>
internal static partial class IndependentJson
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 512 };

    /// <summary>Whether the document accepts the bytes, which may begin with a byte order mark.</summary>
    public static bool Accepts(byte[] utf8)
    {
        try
        {
            using JsonDocument document = Parse(utf8);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Whether the tree holds what the bytes say: each key, each value, numbers with their text.</summary>
    public static bool Says(byte[] utf8, JsonNode tree)
    {
        using JsonDocument document = Parse(utf8);
        return Same(document.RootElement, tree);
    }

    private static JsonDocument Parse(byte[] utf8) =>
        JsonDocument.Parse(utf8.AsMemory(utf8.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? 3 : 0), Deep);

    private static bool Same(JsonElement said, JsonNode? read) => said.ValueKind switch
    {
        JsonValueKind.Null => read is null,
        JsonValueKind.Object => read is JsonObject fields
            && said.EnumerateObject().Count() == fields.Count
            && said.EnumerateObject().All(property =>
                fields.TryGetPropertyValue(Name(property), out JsonNode? value) && Same(property.Value, value)),
        JsonValueKind.Array => read is JsonArray items
            && said.GetArrayLength() == items.Count
            && said.EnumerateArray().Zip(items).All(pair => Same(pair.First, pair.Second)),
        JsonValueKind.String => read is JsonValue value
            && value.TryGetValue(out string? text)
            && text == Unescaped(JsonMarshal.GetRawUtf8Value(said)[1..^1]),
        _ => read is JsonValue && read.ToJsonString() == said.GetRawText(),
    };

    // JsonElement.GetString refuses half a character, which a notebook may hold.
    private static string Name(JsonProperty property) => Unescaped(JsonMarshal.GetRawUtf8PropertyName(property));

    private static string Unescaped(ReadOnlySpan<byte> escaped) => Escape().Replace(
        Encoding.UTF8.GetString(escaped),
        escape => escape.Value[1] switch
        {
            'u' => ((char)Convert.ToUInt16(escape.Value[2..], 16)).ToString(),
            'b' => "\b",
            'f' => "\f",
            'n' => "\n",
            'r' => "\r",
            't' => "\t",
            char itself => itself.ToString(),
        });

    [GeneratedRegex("""\\(?:u[0-9a-fA-F]{4}|.)""")]
    private static partial Regex Escape();
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Unrolled.NotebookHost.Notebooks;

/// <summary>
/// Reads JSON into a tree that loses nothing: numbers keep their text, unpaired surrogates survive, and a key that
/// appears twice in one object is an error, where JsonNode.Parse fails late or not at all.
/// </summary>
internal static class JsonTreeReader
{
    private const int DeepestNesting = 512;

    /// <summary>The tree of a JSON text.</summary>
    /// <exception cref="JsonException">The text is not JSON; line and byte are counted from zero.</exception>
    public static JsonNode? Read(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = DeepestNesting });
        reader.Read();
        JsonNode? node = ReadValue(ref reader, utf8);
        reader.Read();
        return node;
    }

    private static JsonNode? ReadValue(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return ReadObject(ref reader, utf8);
            case JsonTokenType.StartArray:
                return ReadArray(ref reader, utf8);
            case JsonTokenType.String:
                return JsonValue.Create(ReadText(ref reader));
            case JsonTokenType.Null:
                return null;
            default:
                return JsonValue.Create(JsonElement.ParseValue(ref reader));
        }
    }

    private static JsonObject ReadObject(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8)
    {
        var made = new JsonObject();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            string key = ReadText(ref reader);
            if (made.ContainsKey(key))
                throw DuplicateKey(key, utf8[..(int)reader.TokenStartIndex]);
            reader.Read();
            made.Add(key, ReadValue(ref reader, utf8));
        }
        return made;
    }

    private static JsonArray ReadArray(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8)
    {
        var made = new JsonArray();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            made.Add(ReadValue(ref reader, utf8));
        return made;
    }

    private static JsonException DuplicateKey(string key, ReadOnlySpan<byte> before) =>
        new($"the key \"{key}\" stands twice in one object.", null, before.Count((byte)'\n'),
            before.Length - before.LastIndexOf((byte)'\n') - 1);

    private static string ReadText(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
            return reader.GetString()!;
        string escaped = Encoding.UTF8.GetString(reader.ValueSpan);
        return Unescape(escaped);
    }

    // Utf8JsonReader.GetString refuses "\ud800" without its other half; Python, and so Jupyter, reads and keeps it.
    private static string Unescape(string escaped)
    {
        var text = new StringBuilder(escaped.Length);
        for (int i = 0; i < escaped.Length; i++)
        {
            if (escaped[i] != '\\')
            {
                text.Append(escaped[i]);
                continue;
            }
            i++;
            text.Append(escaped[i] switch
            {
                'b' => '\b',
                'f' => '\f',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'u' => (char)ushort.Parse(
                    escaped.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
                var itself => itself,
            });
            if (escaped[i] == 'u')
                i += 4;
        }
        return text.ToString();
    }
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Unrolled.NotebookHost.Notebooks;

/// <summary>
/// Writes JSON as Python's <c>json.dumps(indent=1, sort_keys=True, ensure_ascii=False, separators=(",", ": "))</c>
/// does, which is how Jupyter stores notebooks; numbers keep the text that they were read with.
/// </summary>
public static class CanonicalJson
{
    /// <summary>The text of a tree, without a final newline.</summary>
    public static string Write(JsonNode? node)
    {
        var text = new StringBuilder();
        Write(node, text, depth: 0);
        return text.ToString();
    }

    private static void Write(JsonNode? node, StringBuilder text, int depth)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject { Count: > 0 } fields:
                WriteObject(fields, text, depth);
                break;
            case JsonArray { Count: > 0 } items:
                WriteArray(items, text, depth);
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                WriteText(value.GetValue<string>(), text);
                break;
            case JsonValue value when value.TryGetValue(out JsonElement element):
                text.Append(element.GetRawText());
                break;
            default:
                text.Append(node.ToJsonString());
                break;
        }
    }

    private static void WriteObject(JsonObject fields, StringBuilder text, int depth)
    {
        string separator = "{";
        foreach ((string key, JsonNode? value) in fields.OrderBy(field => field.Key, CodePointOrder.Instance))
        {
            StartLine(separator, text, depth + 1);
            WriteText(key, text);
            text.Append(": ");
            Write(value, text, depth + 1);
            separator = ",";
        }
        StartLine("", text, depth);
        text.Append('}');
    }

    private static void WriteArray(JsonArray items, StringBuilder text, int depth)
    {
        string separator = "[";
        foreach (JsonNode? item in items)
        {
            StartLine(separator, text, depth + 1);
            Write(item, text, depth + 1);
            separator = ",";
        }
        StartLine("", text, depth);
        text.Append(']');
    }

    private static void StartLine(string separator, StringBuilder text, int depth) =>
        text.Append(separator).Append('\n').Append(' ', depth);

    private static void WriteText(string value, StringBuilder text)
    {
        text.Append('"');
        for (int i = 0; i < value.Length; i++)
        {
            char c = value[i];
            if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
                text.Append(c).Append(value[++i]);
            else if (char.IsSurrogate(c) || c < ' ' || c is '"' or '\\')
                text.Append(Escape(c));
            else
                text.Append(c);
        }
        text.Append('"');
    }

    private static string Escape(char c) => c switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\b' => "\\b",
        '\f' => "\\f",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture),
    };
}

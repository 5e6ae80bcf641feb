using System.Text;
using System.Text.Json.Nodes;

namespace Unrolled.Testing;

/// <summary>Damage to a file: in its bytes, or in the tree of its JSON, so that the text stays JSON.</summary>
internal static class Damage
{
    private const int MostEdits = 5;

    // The limits of numbers, the marks of JSON and CSV, half a character, and nesting that no reader should follow.
    private static readonly string[] HardTexts =
    [
        "\"", "\\", "{", "}", "[", "]", ",", ":", "\n", "\r\n", "\t", "\0", "null", "true", "NaN", "Infinity", "-",
        "-1", "0", "1.5", "1e999", "2147483648", "9223372036854775808", "18446744073709551616", "\"\\ud83d\"",
        "\\u0000", "\ufeff", "😀", "循", "\"\":", new('[', 700), new('9', 400),
    ];

    private static readonly Func<Random, JsonNode?>[] HardValues =
    [
        _ => null,
        _ => true,
        _ => JsonNode.Parse("-1"),
        _ => JsonNode.Parse("0"),
        _ => JsonNode.Parse("1.5"),
        _ => JsonNode.Parse("1e999"),
        _ => JsonNode.Parse("2147483648"),
        _ => JsonNode.Parse("9223372036854775808"),
        _ => "",
        _ => "text",
        _ => "a\0b",
        _ => "../..",
        _ => "\ud83d",
        _ => new string('x', 5_000),
        _ => new JsonArray(),
        _ => new JsonObject(),
        _ => new JsonArray("a", 1, null),
        _ => new JsonObject { ["a"] = 1, [""] = null },
        random => Nested(random.Next(1, 90)),
    ];

    /// <summary>The bytes after none to five edits; now and then they are cut off as well.</summary>
    public static byte[] InBytes(byte[] whole, Random random)
    {
        List<byte> bytes = [.. whole];
        for (int edits = random.Next(MostEdits + 1); edits > 0; edits--)
            Edit(bytes, random);
        return random.Next(10) == 0 ? [.. bytes[..Place(bytes, random)]] : [.. bytes];
    }

    /// <summary>The text of the tree after none to five values were replaced, removed, repeated or moved.</summary>
    public static byte[] InTree(JsonNode tree, Random random)
    {
        JsonNode damaged = tree.DeepClone();
        for (int edits = random.Next(MostEdits + 1); edits > 0; edits--)
            EditTree(damaged, random);
        return Encoding.UTF8.GetBytes(Text(damaged));
    }

    // System.Text.Json would not write half a character.
    private static string Text(JsonNode? node) => node switch
    {
        null => "null",
        JsonObject fields =>
            $"{{{string.Join(",", fields.Select(field => $"{Quoted(field.Key)}:{Text(field.Value)}"))}}}",
        JsonArray items => $"[{string.Join(",", items.Select(Text))}]",
        JsonValue value when value.TryGetValue(out string? text) => Quoted(text),
        _ => node.ToJsonString(),
    };

    private static string Quoted(string text) => $"\"{string.Concat(text.Select(Escaped))}\"";

    private static string Escaped(char c) =>
        c is '"' or '\\' or < ' ' || char.IsSurrogate(c) ? $"\\u{(int)c:x4}" : c.ToString();

    private static void Edit(List<byte> bytes, Random random)
    {
        int place = Place(bytes, random), length = Math.Min(random.Next(1, 20), bytes.Count - place);
        switch (random.Next(8))
        {
            case 0 when place < bytes.Count:
                bytes[place] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when place < bytes.Count:
                bytes[place] = (byte)random.Next(256);
                break;
            case 2:
                bytes.RemoveRange(place, length);
                break;
            case 3:
                bytes.InsertRange(Place(bytes, random), bytes.GetRange(place, length));
                break;
            case 4:
                bytes.RemoveRange(place, Math.Min(random.Next(2_000), bytes.Count - place));
                break;
            case 5:
                bytes.RemoveRange(place, length);
                bytes.InsertRange(place, Encoding.UTF8.GetBytes(Pick(HardTexts, random)));
                break;
            default:
                bytes.InsertRange(place, Encoding.UTF8.GetBytes(Pick(HardTexts, random)));
                break;
        }
    }

    private static void EditTree(JsonNode tree, Random random)
    {
        JsonNode[] containers =
            [.. Nodes(tree).Where(node => node is JsonObject { Count: > 0 } or JsonArray { Count: > 0 })];
        if (containers.Length == 0)
            return;
        JsonNode? value = random.Next(3) == 0
            ? Pick(containers, random).DeepClone()
            : Pick(HardValues, random)(random);
        switch (Pick(containers, random), random.Next(4))
        {
            case (JsonObject fields, 0):
                fields.Remove(Key(fields, random));
                break;
            case (JsonObject fields, 1):
                fields[Pick(["id", "metadata", "", "a\0b", "\ud83d", "text/html"], random)] = value;
                break;
            case (JsonObject fields, _):
                fields[Key(fields, random)] = value;
                break;
            case (JsonArray items, 0):
                items.RemoveAt(random.Next(items.Count));
                break;
            case (JsonArray items, 1):
                items.Insert(random.Next(items.Count + 1), items[random.Next(items.Count)]?.DeepClone());
                break;
            case (JsonArray items, _):
                items[random.Next(items.Count)] = value;
                break;
        }
    }

    private static IEnumerable<JsonNode> Nodes(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => Nodes(field.Value)).Prepend(fields),
        JsonArray items => items.SelectMany(Nodes).Prepend(items),
        null => [],
        _ => [node],
    };

    private static JsonNode Nested(int depth)
    {
        JsonNode node = new JsonArray();
        for (; depth > 0; depth--)
            node = depth % 2 == 0 ? new JsonArray(node) : new JsonObject { ["a"] = node };
        return node;
    }

    private static string Key(JsonObject fields, Random random) => fields.GetAt(random.Next(fields.Count)).Key;

    private static int Place(List<byte> bytes, Random random) => random.Next(bytes.Count + 1);

    private static T Pick<T>(IReadOnlyList<T> choices, Random random) => choices[random.Next(choices.Count)];
}

using System.Text.Json.Nodes;

namespace Unrolled.NotebookHost.Tests.Notebooks;

/// <summary>
/// Makes valid notebooks with everything in them that a format could get wrong, the same for the same seed.
/// </summary>
internal sealed class RandomNotebook(int seed)
{
    private static readonly string[] Pieces =
    [
        "a", "Z", " ", "\n", "\n", "\r\n", "\r", "\t", "\"", "\\", "/", "\u0000", "\b", "\u001f", "\u007f", "\u0085",
        "\v", "\f",
        "\u001c", "\u001d", "\u001e", "\u2028", "\u2029", "é", "循环", "\uff01", "\ufeff", "\ufffd", "😀", "𝛁",
        "</script>", "\u001b[31m",
    ];

    // Only numbers whose text Python writes as it reads it.
    private static readonly string[] Numbers =
        ["0", "-1", "42", "1.0", "-0.0", "0.1", "1e+16", "1.5e-07", "123456789012345678901234567890"];

    private static readonly string[] MimeTypes =
    [
        "text/plain", "text/html", "text/x+json", "image/png", "image/svg+xml", "application/javascript",
        "application/json", "application/vnd.custom.v1+json", "application/octet-stream", "odd",
    ];

    private readonly Random random = new(seed);

    public JsonObject Next()
    {
        int id = 0;
        JsonObject notebook = RandomObject(depth: 2);
        notebook["nbformat"] = 4;
        notebook["nbformat_minor"] = 5;
        notebook["metadata"] = With(RandomObject(depth: 3), ("signature", "gone"), ("orig_nbformat", 3));
        notebook["cells"] = List(6, () => Cell($"cell-{id++}"));
        return notebook;
    }

    private JsonObject Cell(string id)
    {
        string kind = Pick("code", "markdown", "raw");
        JsonObject cell = new()
        {
            ["cell_type"] = kind,
            ["id"] = id,
            ["metadata"] = With(RandomObject(depth: 2), ("trusted", true)),
            ["source"] = Multiline(),
        };
        if (kind == "code")
        {
            cell["execution_count"] = Chance() ? random.Next(100) : null;
            cell["outputs"] = List(4, Output);
        }
        else if (Chance())
        {
            cell["attachments"] = new JsonObject { ["a.png"] = Bundle(), ["循环.txt"] = Bundle() };
        }
        return cell;
    }

    private JsonNode Output() => random.Next(4) switch
    {
        0 => new JsonObject { ["output_type"] = "stream", ["name"] = "stdout", ["text"] = Multiline() },
        1 => new JsonObject
        {
            ["output_type"] = "display_data",
            ["data"] = Bundle(),
            ["metadata"] = RandomObject(depth: 1),
        },
        2 => new JsonObject
        {
            ["output_type"] = "execute_result",
            ["execution_count"] = 1,
            ["data"] = Bundle(),
            ["metadata"] = RandomObject(depth: 1),
        },
        _ => new JsonObject
        {
            ["output_type"] = "error",
            ["ename"] = Text(),
            ["evalue"] = Text(),
            ["traceback"] = List(3, () => Text()),
        },
    };

    private JsonObject Bundle()
    {
        var bundle = new JsonObject();
        foreach (string mimeType in MimeTypes.Where(_ => Chance()))
            bundle[mimeType] = mimeType.EndsWith("json", StringComparison.Ordinal) && mimeType[0] == 'a'
                ? Value(depth: 2)
                : Multiline();
        return bundle;
    }

    private JsonNode Multiline() => Chance() ? Text() : List(4, () => Text());

    private JsonNode? Value(int depth) => random.Next(depth > 0 ? 7 : 5) switch
    {
        0 => null,
        1 => random.Next(2) == 0,
        2 => JsonNode.Parse(Pick(Numbers)),
        3 or 4 => Text(),
        5 => List(3, () => Value(depth - 1)),
        _ => RandomObject(depth - 1),
    };

    private JsonObject RandomObject(int depth)
    {
        var made = new JsonObject();
        for (int i = random.Next(5); i > 0; i--)
            made[Text()] = Value(depth);
        return made;
    }

    private string Text() => string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => Pick(Pieces)));

    private JsonArray List(int longest, Func<JsonNode?> item) =>
        new([.. Enumerable.Range(0, random.Next(longest + 1)).Select(_ => item())]);

    private static JsonObject With(JsonObject made, params (string Key, JsonNode Value)[] fields)
    {
        foreach ((string key, JsonNode value) in fields)
            made[key] = value;
        return made;
    }

    private bool Chance() => random.Next(2) == 0;

    private T Pick<T>(params T[] choices) => choices[random.Next(choices.Length)];
}

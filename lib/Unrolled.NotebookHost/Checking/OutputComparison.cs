using System.Text.Json.Nodes;
using Unrolled.NotebookHost.Figures;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Checking;

/// <summary>Compares one output with the saved one: figures by their digests, all others by their text.</summary>
/// <param name="text">How texts are compared.</param>
internal sealed class OutputComparison(TextComparison text)
{
    private const string PlainText = "text/plain", Nothing = "(nothing)";

    /// <summary>The first difference and where in the output it is; null when both count as the same.</summary>
    public (string Where, string Committed, string Now)? FirstDifference(JsonObject? committed, JsonObject? now)
    {
        if (committed is null || now is null || Kind(committed) != Kind(now))
            return ("", Kind(committed), Kind(now));
        return (Figure(committed), Figure(now)) switch
        {
            (null, null) => Texts(committed).Zip(Texts(now), InText).FirstOrDefault(found => found is not null),
            (string before, string after) when before == after => null,
            var (before, after) => InFigure(committed, before, now, after),
        };
    }

    private static string? Figure(JsonObject output) => FigureMark.OfSaved(output) ?? FigureMark.OfLive(output);

    // Two outputs of one kind have texts of the same names in the same order. Figures are saved in another form than
    // they run.
    private static string Kind(JsonObject? output) => output?.TextAt("output_type") switch
    {
        null => Nothing,
        "stream" => $"stream {output.TextAt("name")}",
        "error" => "error",
        var type when Figure(output) is not null => $"{type} of a figure",
        var type => $"{type} of {string.Join(", ", Texts(output).Select(part => part.Name))}",
    };

    private static IEnumerable<(string Name, string Text)> Texts(JsonObject output) =>
        output.TextAt("output_type") switch
        {
            "stream" => [("text", MultilineText.Join(output["text"]))],
            "error" =>
            [
                ("ename", output.TextAt("ename") ?? ""),
                ("evalue", output.TextAt("evalue") ?? ""),
                ("traceback", string.Join('\n', output.TextsAt("traceback"))),
            ],
            _ => (output["data"] as JsonObject ?? [])
                .OrderBy(entry => entry.Key == PlainText ? "" : entry.Key, StringComparer.Ordinal)
                .Select(entry => (entry.Key, Content(entry.Value))),
        };

    private static string Content(JsonNode? content) =>
        content is JsonObject or JsonArray && !IsLines(content)
            ? CanonicalJson.Write(content)
            : MultilineText.Join(content);

    private static bool IsLines(JsonNode content) => content is JsonArray lines && lines.All(line => line.IsText());

    private (string, string, string)? InText((string Name, string Text) committed, (string Name, string Text) now) =>
        text.FirstDifference(committed.Text, now.Text) is { } found
            ? ($", {committed.Name}, line {found.Line}", found.Expected ?? Nothing, found.Actual ?? Nothing)
            : null;

    // The text of a figure describes best what has changed in it; the digest covers more than the text.
    private (string, string, string) InFigure(JsonObject committed, string? before, JsonObject now, string? after) =>
        InText((PlainText, PlainTextOf(committed)), (PlainText, PlainTextOf(now))) is var (where, wasText, isText)
            ? ($", figure{where}", wasText, isText)
            : (", figure", before ?? Nothing, after ?? Nothing);

    private static string PlainTextOf(JsonObject output) => MultilineText.Join(output.NodeAt("data", PlainText));
}

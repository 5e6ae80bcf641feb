using System.Text.Json.Nodes;
using Unrolled.NotebookHost.Execution.Editor;

namespace Unrolled.NotebookHost.Jupyter;

/// <summary>Replies about the language in the form of the Jupyter messaging protocol.</summary>
internal static class LanguageReplies
{
    /// <summary>A <c>complete_reply</c>.</summary>
    public static JsonObject Of(CompletionList completions, string code)
    {
        int start = CodePoints.FromUnits(code, completions.Start);
        int end = CodePoints.FromUnits(code, completions.End);
        return new JsonObject
        {
            ["status"] = "ok",
            ["matches"] = new JsonArray([.. completions.Items.Select(item => (JsonNode)item.Text)]),
            ["cursor_start"] = start,
            ["cursor_end"] = end,
            // The text that JupyterLab shows beside each match.
            ["metadata"] = new JsonObject
            {
                ["_jupyter_types_experimental"] = new JsonArray([.. completions.Items.Select(item => new JsonObject
                {
                    ["start"] = start,
                    ["end"] = end,
                    ["text"] = item.Text,
                    ["type"] = item.Kind,
                    ["signature"] = item.Signature,
                })]),
            },
        };
    }

    /// <summary>An <c>inspect_reply</c>.</summary>
    public static JsonObject Of(Inspection? inspection) => new()
    {
        ["status"] = "ok",
        ["found"] = inspection is not null,
        ["data"] = inspection is null ? [] : new JsonObject
        {
            ["text/plain"] = Plain(inspection),
            ["text/markdown"] = Markdown(inspection),
        },
        ["metadata"] = new JsonObject(),
    };

    /// <summary>An <c>is_complete_reply</c>.</summary>
    public static JsonObject Of(Completeness completeness)
    {
        JsonObject reply = new() { ["status"] = completeness.Status.ToString().ToLowerInvariant() };
        if (completeness.Status == CompletenessStatus.Incomplete)
            reply["indent"] = completeness.Indent;
        return reply;
    }

    private static string Plain(Inspection inspection) =>
        Paragraphs(
            string.Join("\n", inspection.Signatures), inspection.Value is { } value ? $"Value: {value}" : "",
            inspection.Text);

    private static string Markdown(Inspection inspection) => Paragraphs(
        $"```csharp\n{string.Join("\n", inspection.Signatures)}\n```",
        inspection.Value is { } value ? $"Value: `{value.Replace('`', '\'')}`" : "",
        Escaped(inspection.Text));

    private static string Paragraphs(params string[] paragraphs) =>
        string.Join("\n\n", paragraphs.Where(paragraph => paragraph != ""));

    // Stars and angle brackets in documentation are literal text, and its line breaks are kept.
    private static string Escaped(string text) => string.Concat(text.Select(character => character switch
    {
        '\\' or '`' or '*' or '_' or '<' or '[' or '#' => $"\\{character}",
        '\n' => "  \n",
        _ => character.ToString(),
    }));
}

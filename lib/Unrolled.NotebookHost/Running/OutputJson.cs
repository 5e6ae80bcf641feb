using System.Text.Json.Nodes;
using Unrolled.NotebookHost.Display;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Running;

/// <summary>Converts outputs of cells to nbformat 4's output objects.</summary>
internal static class OutputJson
{
    public static JsonObject Stream(string name, string text) => new()
    {
        ["name"] = name,
        ["output_type"] = "stream",
        ["text"] = MultilineText.ToLines(StreamText.Settle(text)),
    };

    public static JsonObject Display(MimeBundle bundle) => new()
    {
        ["data"] = Data(bundle),
        ["metadata"] = Metadata(bundle),
        ["output_type"] = "display_data",
    };

    public static JsonObject Result(MimeBundle bundle, int executionCount) => new()
    {
        ["data"] = Data(bundle),
        ["execution_count"] = executionCount,
        ["metadata"] = Metadata(bundle),
        ["output_type"] = "execute_result",
    };

    public static JsonObject Error(ErrorOutput error) => new()
    {
        ["ename"] = error.Name,
        ["evalue"] = error.Message,
        ["output_type"] = "error",
        ["traceback"] = new JsonArray([.. error.Traceback.Select(line => (JsonNode)line)]),
    };

    /// <summary>The <c>data</c> of an output: text as lines, base64 and JSON as they are.</summary>
    public static JsonObject Data(MimeBundle bundle)
    {
        JsonObject data = [];
        foreach ((string mimeType, JsonNode? content) in bundle.Data)
            data[mimeType] = MultilineText.IsStoredAsLines(mimeType)
                && content is JsonValue value
                && value.TryGetValue(out string? text)
                ? MultilineText.ToLines(text)
                : content?.DeepClone();
        return data;
    }

    public static JsonObject Metadata(MimeBundle bundle) => bundle.Metadata?.DeepClone().AsObject() ?? [];
}

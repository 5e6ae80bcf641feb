using System.Text.Json.Nodes;

namespace Unrolled.NotebookHost.Notebooks;

/// <summary>
/// The changes that Jupyter's nbformat makes to a document between reading and writing it (nbformat/v4/rwbase.py:
/// rejoin_lines, split_lines, strip_transient).
/// </summary>
internal static class CanonicalForm
{
    private static readonly string[] TransientMetadata = ["orig_nbformat", "orig_nbformat_minor", "signature"];

    /// <summary>A copy of the document with its texts as lists of lines and without what must not be stored.</summary>
    public static JsonObject Of(JsonObject document)
    {
        JsonObject copy = document.DeepClone().AsObject();
        if (copy["metadata"] is JsonObject metadata)
            foreach (string key in TransientMetadata)
                metadata.Remove(key);
        foreach (JsonNode? cell in copy["cells"]!.AsArray())
            Normalise(cell!.AsObject());
        return copy;
    }

    private static void Normalise(JsonObject cell)
    {
        (cell["metadata"] as JsonObject)?.Remove("trusted");
        if (cell.ContainsKey("source"))
            cell["source"] = MultilineText.ToLines(MultilineText.Join(cell["source"]));
        foreach ((_, JsonNode? attachment) in cell["attachments"] as JsonObject ?? [])
            NormaliseBundle(attachment as JsonObject);
        if (cell.TextAt("cell_type") != "code")
            return;
        foreach (JsonNode? output in cell["outputs"] as JsonArray ?? [])
            NormaliseOutput(output!.AsObject());
    }

    private static void NormaliseOutput(JsonObject output)
    {
        switch (output.TextAt("output_type"))
        {
            case "execute_result" or "display_data":
                NormaliseBundle(output["data"] as JsonObject);
                break;
            case "stream":
                output["text"] = MultilineText.ToLines(MultilineText.Join(output["text"]));
                break;
            default:
                if (IsListOfTexts(output["text"]))
                    output["text"] = MultilineText.Join(output["text"]);
                break;
        }
    }

    private static void NormaliseBundle(JsonObject? bundle)
    {
        foreach ((string mimeType, JsonNode? content) in bundle?.ToArray() ?? [])
        {
            bool isListOfTexts = IsListOfTexts(content) && !IsJson(mimeType);
            if (MultilineText.IsStoredAsLines(mimeType) && (isListOfTexts || content.IsText()))
                bundle![mimeType] = MultilineText.ToLines(MultilineText.Join(content));
            else if (isListOfTexts)
                bundle![mimeType] = MultilineText.Join(content);
        }
    }

    private static bool IsJson(string mimeType) =>
        mimeType == "application/json"
        || (mimeType.StartsWith("application/", StringComparison.Ordinal)
            && mimeType.EndsWith("+json", StringComparison.Ordinal));

    private static bool IsListOfTexts(JsonNode? node) => node is JsonArray lines && lines.All(line => line.IsText());
}

using System.Text.Json.Nodes;

namespace Unrolled.NotebookHost.Display;

/// <summary>One value in several representations, the richest that a front end knows being the one it shows.</summary>
/// <param name="Data">MIME type → content: a JSON string for text, HTML, SVG and base64 images, any JSON for <c>application/json</c>.</param>
/// <param name="Metadata">What nbformat calls the output's metadata; null when there is none.</param>
public sealed record MimeBundle(JsonObject Data, JsonObject? Metadata = null)
{
    /// <summary>A bundle of strings.</summary>
    public static MimeBundle Of(params (string MimeType, string Content)[] representations)
    {
        var data = new JsonObject();
        foreach ((string mimeType, string content) in representations)
            data[mimeType] = content;
        return new MimeBundle(data);
    }
}

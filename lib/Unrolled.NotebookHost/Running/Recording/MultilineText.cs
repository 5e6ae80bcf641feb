using System.Text.Json.Nodes;

namespace Unrolled.NotebookHost.Running.Recording;

/// <summary>nbformat's multi-line string: an array of lines, each but the last with its line feed.</summary>
internal static class MultilineText
{
    public static JsonArray Split(string text)
    {
        JsonArray lines = [];
        for (int start = 0; start < text.Length;)
        {
            int feed = text.IndexOf('\n', start);
            int end = feed < 0 ? text.Length : feed + 1;
            lines.Add((JsonNode)text[start..end]);
            start = end;
        }
        return lines;
    }
}

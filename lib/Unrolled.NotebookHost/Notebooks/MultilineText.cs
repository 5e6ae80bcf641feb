using System.Text.Json.Nodes;

namespace Unrolled.NotebookHost.Notebooks;

/// <summary>Text that nbformat stores as a string or as a list of lines.</summary>
internal static class MultilineText
{
    // The line ends of Python's str.splitlines, besides "\r\n" as one.
    private const string LineEnds = "\n\r\v\f\u001c\u001d\u001e\u0085\u2028\u2029";

    /// <summary>The text as one string; empty for anything else.</summary>
    public static string Join(JsonNode? text) => text switch
    {
        JsonArray lines => string.Concat(lines.Where(line => line.IsText()).Select(line => line!.GetValue<string>())),
        _ when text.IsText() => text!.GetValue<string>(),
        _ => "",
    };

    /// <summary>The text as the list of lines that canonical notebooks hold.</summary>
    public static JsonArray ToLines(string text) => new([.. SplitLines(text).Select(line => JsonValue.Create(line))]);

    /// <summary>Whether nbformat keeps content of this MIME type as lines.</summary>
    public static bool IsStoredAsLines(string mimeType) =>
        mimeType.StartsWith("text/", StringComparison.Ordinal)
            || mimeType is "application/javascript" or "image/svg+xml";

    /// <summary>The lines with their ends, as Python's <c>str.splitlines(True)</c> gives them.</summary>
    public static IEnumerable<string> SplitLines(string text)
    {
        int start = 0;
        while (start < text.Length)
        {
            int end = text.AsSpan(start).IndexOfAny(LineEnds);
            end = end < 0 ? text.Length : start + end + 1;
            if (end < text.Length && text[end - 1] == '\r' && text[end] == '\n')
                end++;
            yield return text[start..end];
            start = end;
        }
    }
}

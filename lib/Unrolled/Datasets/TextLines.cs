namespace Unrolled.Datasets;

/// <summary>The lines of a text: LF or CRLF ends a line, and the last end may be missing.</summary>
internal static class TextLines
{
    public static IEnumerable<string> Of(string text)
    {
        int start = 0;
        while (start < text.Length)
        {
            int end = text.IndexOf('\n', start);
            int next = end < 0 ? text.Length : end + 1;
            if (end < 0)
                end = text.Length;
            else if (end > start && text[end - 1] == '\r')
                end--;
            yield return text[start..end];
            start = next;
        }
    }
}

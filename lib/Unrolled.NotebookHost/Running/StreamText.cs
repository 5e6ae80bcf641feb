using System.Text;

namespace Unrolled.NotebookHost.Running;

/// <summary>
/// Applies backspaces and carriage returns as a terminal would before a stream is saved, with the results of nbclient's
/// coalesce_streams: a progress line that was rewritten a thousand times is saved once.
/// </summary>
internal static class StreamText
{
    public static string Settle(string text)
    {
        if (text.Contains('\b'))
            text = ApplyBackspaces(text);
        return text.Contains('\r') ? ApplyCarriageReturns(text) : text;
    }

    // A backspace deletes the character before it, but never a line feed.
    private static string ApplyBackspaces(string text)
    {
        StringBuilder kept = new(text.Length);
        foreach (char character in text)
        {
            if (character == '\b' && kept.Length > 0 && kept[^1] != '\n')
                kept.Length--;
            else
                kept.Append(character);
        }
        return kept.ToString();
    }

    // A carriage return deletes the line before it, unless it ends the line: there a later write may still follow.
    private static string ApplyCarriageReturns(string text)
    {
        IEnumerable<string> lines = text.Split('\n').Select(line =>
        {
            int lastInside = line.Length < 2 ? -1 : line.LastIndexOf('\r', line.Length - 2);
            return line[(lastInside + 1)..];
        });
        return string.Join('\n', lines);
    }
}

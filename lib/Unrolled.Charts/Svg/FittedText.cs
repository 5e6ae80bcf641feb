namespace Unrolled;

/// <summary>Text that fits its place: in several lines, in smaller letters, or else cut with an ellipsis.</summary>
internal static class FittedText
{
    private const double SmallestSize = 8;

    /// <summary>The lines of a title, broken between words.</summary>
    public static IReadOnlyList<string> Lines(string text, double size, double width, bool bold)
    {
        var lines = new List<string> { "" };
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string longer = lines[^1].Length == 0 ? word : $"{lines[^1]} {word}";
            if (lines[^1].Length == 0 || TextMetrics.Width(longer, size, bold) <= width)
                lines[^1] = longer;
            else
                lines.Add(word);
        }

        return [.. lines.Select(line => Shortened(line, size, width, bold))];
    }

    /// <summary>One line of text and its font size, which is smaller where the text is long.</summary>
    public static (string Text, double Size) Line(string text, double size, double length)
    {
        double fitting = Math.Clamp(size * length / TextMetrics.Width(text, size), SmallestSize, size);
        return (Shortened(text, fitting, length, bold: false), fitting);
    }

    private static string Shortened(string text, double size, double width, bool bold)
    {
        if (TextMetrics.Width(text, size, bold) <= width)
            return text;
        int[] starts = System.Globalization.StringInfo.ParseCombiningCharacters(text);
        int kept = starts.Length;
        while (kept > 1 && TextMetrics.Width(text[..starts[kept - 1]] + "…", size, bold) > width)
            kept--;
        return text[..starts[kept - 1]] + "…";
    }
}

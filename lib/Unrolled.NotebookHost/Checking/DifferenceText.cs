namespace Unrolled.NotebookHost.Checking;

/// <summary>Differences for a reader: the two texts below each other, cut to the place where they differ.</summary>
internal static class DifferenceText
{
    private const int LongestShown = 110, ShownBefore = 30;

    /// <summary>The lines that describe one difference.</summary>
    public static IEnumerable<string> Lines(string notebook, CellDifference difference)
    {
        int start = Start(difference);
        string id = difference.Id.Length > 0 ? $" (id {difference.Id})" : "";
        return
        [
            $"{notebook}: cell {difference.Cell}{id}, {difference.Where}",
            $"  committed: {Cut(difference.Committed, start)}",
            $"  now:       {Cut(difference.Now, start)}",
        ];
    }

    // Long lines begin a little before the place where they differ.
    private static int Start(CellDifference difference)
    {
        if (Math.Max(difference.Committed.Length, difference.Now.Length) <= LongestShown)
            return 0;
        int common = difference.Committed.AsSpan().CommonPrefixLength(difference.Now);
        return Math.Max(0, common - ShownBefore);
    }

    private static string Cut(string text, int start)
    {
        int end = Math.Min(text.Length, start + LongestShown);
        string shown = text[Math.Min(start, end)..end].Replace("\r", "\\r");
        return (start > 0 ? "…" : "") + shown + (end < text.Length ? "…" : "");
    }
}

namespace Unrolled.NotebookHost.Documents;

/// <summary>The first line in which two texts differ.</summary>
/// <param name="Line">Its number, from 1.</param>
/// <param name="Actual">The line as it is; null where the text has ended.</param>
/// <param name="Expected">The line as it should be; null where the text should have ended.</param>
public sealed record LineDifference(int Line, string? Actual, string? Expected)
{
    /// <summary>Compares two texts; null when they are the same.</summary>
    public static LineDifference? Between(string actual, string expected)
    {
        if (actual == expected)
            return null;
        string[] actualLines = actual.Split('\n');
        string[] expectedLines = expected.Split('\n');
        int index = 0;
        while (LineAt(actualLines, index) == LineAt(expectedLines, index))
            index++;
        return new LineDifference(index + 1, LineAt(actualLines, index), LineAt(expectedLines, index));
    }

    private static string? LineAt(string[] lines, int index) => index < lines.Length ? lines[index] : null;
}

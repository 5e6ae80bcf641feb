namespace Unrolled.NotebookHost.Notebooks;

/// <summary>The first line in which two texts differ.</summary>
/// <param name="Line">Its number, from 1.</param>
/// <param name="Actual">The line as it is; null where the text has ended.</param>
/// <param name="Expected">The line as it should be; null where the text should have ended.</param>
public sealed record LineDifference(int Line, string? Actual, string? Expected)
{
    /// <summary>Compares two texts; null when they are the same.</summary>
    public static LineDifference? Between(string actual, string expected) =>
        Between(actual, expected, string.Equals);

    /// <summary>Compares two texts line by line; null when all lines count as the same.</summary>
    public static LineDifference? Between(string actual, string expected, Func<string, string, bool> areSame)
    {
        string[] actualLines = actual.Split('\n');
        string[] expectedLines = expected.Split('\n');
        for (int i = 0; i < Math.Max(actualLines.Length, expectedLines.Length); i++)
        {
            (string? actualLine, string? expectedLine) = (LineAt(actualLines, i), LineAt(expectedLines, i));
            if (actualLine is null || expectedLine is null || !areSame(actualLine, expectedLine))
                return new LineDifference(i + 1, actualLine, expectedLine);
        }
        return null;
    }

    private static string? LineAt(string[] lines, int index) => index < lines.Length ? lines[index] : null;
}

namespace Unrolled.NotebookHost.Jupyter;

/// <summary>Converts positions between code points, in which Jupyter counts, and .NET's UTF-16 units.</summary>
internal static class CodePoints
{
    /// <summary>
    /// The number of units of a text's first code points; all units where the text has fewer code points.
    /// </summary>
    public static int ToUnits(string text, int codePoints)
    {
        int unit = 0;
        while (codePoints-- > 0 && unit < text.Length)
            unit += char.IsSurrogatePair(text, unit) ? 2 : 1;
        return unit;
    }

    /// <summary>The number of code points in the first units of a text.</summary>
    public static int FromUnits(string text, int units)
    {
        int codePoints = 0;
        for (int unit = 0; unit < units; unit += char.IsSurrogatePair(text, unit) ? 2 : 1)
            codePoints++;
        return codePoints;
    }
}

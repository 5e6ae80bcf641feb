namespace Unrolled.NotebookHost.Jupyter;

/// <summary>Jupyter counts a cell's text in code points, .NET in UTF-16 units.</summary>
internal static class CodePoints
{
    /// <summary>How many units the first code points of a text take; the whole text where it has not so many.</summary>
    public static int ToUnits(string text, int codePoints)
    {
        int unit = 0;
        while (codePoints-- > 0 && unit < text.Length)
            unit += char.IsSurrogatePair(text, unit) ? 2 : 1;
        return unit;
    }

    /// <summary>How many code points the first units of a text are.</summary>
    public static int FromUnits(string text, int units)
    {
        int codePoints = 0;
        for (int unit = 0; unit < units; unit += char.IsSurrogatePair(text, unit) ? 2 : 1)
            codePoints++;
        return codePoints;
    }
}

using System.Text.RegularExpressions;
using Unrolled.NotebookHost.Display;

namespace Unrolled.NotebookHost.Jupyter;

/// <summary>
/// An error's lines in the colours that Jupyter's front ends show: what failed in red, where in green.
/// </summary>
internal static partial class ColouredTraceback
{
    private const string Red = "\u001b[31m";
    private const string BoldRed = "\u001b[1;31m";
    private const string Green = "\u001b[32m";
    private const string Plain = "\u001b[0m";

    /// <summary>The lines, coloured; without the colours they are the error's own.</summary>
    public static IEnumerable<string> Of(ErrorOutput error) => error.Traceback.Select(Colour);

    private static string Colour(string line)
    {
        if (Carets().IsMatch(line))
            return Red + line + Plain;
        if (line.StartsWith("    ", StringComparison.Ordinal))
            return line;
        return line.StartsWith("   ", StringComparison.Ordinal)
            ? Place().Replace(line, $"{Green}$&{Plain}")
            : Headline().Replace(line, $"{BoldRed}$&{Plain}", 1);
    }

    [GeneratedRegex(@"^\s+\^+$")]
    private static partial Regex Carets();

    // "at Grow(int depth) in cell 3, line 4": the place.
    [GeneratedRegex(
        @"(?<=^   at |^   imported in | in )"
        + @"(?:cell \d+|[^\s()]+\.(?:cs|csx|ipynb|dib)(?:, code cell \d+)?)(?:, line \d+)?$")]
    private static partial Regex Place();

    [GeneratedRegex(@"^[\w.+]+(?=: )|error CS\d+(?=: )")]
    private static partial Regex Headline();
}

using System.Text.RegularExpressions;

namespace Unrolled.NotebookHost.Checking;

/// <summary>
/// Numbers that are names: years and days, and the numbers of chapters, sections, equations, figures, exercises and
/// pages.
/// </summary>
internal static partial class Reference
{
    /// <summary>Whether a number of a text is one of them.</summary>
    public static bool Is(string text, WrittenNumber number)
    {
        string before = text[..number.Start], after = text[Math.Min(text.Length, number.Start + number.Text.Length)..];
        return IsYear(number, after) || IsOfChapter(number, after) || Before().IsMatch(before)
            || (number is { Value: >= 1 and <= 31, Quantum: 1 } && Month().IsMatch(after));
    }

    private static bool IsYear(WrittenNumber number, string after) =>
        number is { Value: >= 1600 and < 2100, Quantum: 1, IsShare: false, Text.Length: 4 }
        && !CountedNoun().IsMatch(after);

    // Chapters have two figures, 01 and 02; exercises are called 01-3.
    private static bool IsOfChapter(WrittenNumber number, string after) =>
        number.Text is ['0', >= '0' and <= '9'] || (number.Text.Length == 2 && ExerciseOf().IsMatch(after));

    // What stands before the number of a chapter, a section, a page …, or before the second of two.
    [GeneratedRegex(
        """
        (?:chapters?|sections?|equations?|eqs?\.|figures?|tables?|exercises?|experiments?|notebooks?|pages?|pp?\.|vol\.
        |no\.)\s\[?(?:[\d.]+(?:,|\sand|\sto|–|-)\s?)*\(?$|\b\d\d-$|arXiv[:\s]$
        |\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s$
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Before();

    [GeneratedRegex(
        """^\s(?:January|February|March|April|May|June|July|August|September|October|November|December)\b""")]
    private static partial Regex Month();

    [GeneratedRegex("""^\s\p{Ll}+s\b""")]
    private static partial Regex CountedNoun();

    [GeneratedRegex("""^-\d""")]
    private static partial Regex ExerciseOf();
}

using System.Text.RegularExpressions;

namespace Unrolled.NotebookHost.Checking;

/// <summary>
/// Numbers that are words of grammar or the values of symbols: <c>the two</c> is <c>both</c>, and 0, 1 and −1 are bits,
/// signs and the ends of ranges, unless they count, as in <c>0 of 5</c>, or name a seed.
/// </summary>
internal static partial class SmallWords
{
    /// <summary>Whether a number of a text is one of them.</summary>
    public static bool Are(string text, WrittenNumber number)
    {
        string before = text[..number.Start], after = text[Math.Min(text.Length, number.Start + number.Text.Length)..];
        return number switch
        {
            { IsShare: true } => false,
            { Value: 2, Text: "two" } => Both().IsMatch(before),
            { Value: -1 or 0 or 1, Quantum: 1 } => number.Text.ToLowerInvariant() != "one"
                && !Counted().IsMatch(after) && !Seed().IsMatch(before),
            _ => false,
        };
    }

    [GeneratedRegex("""\b(?:the|these|those|its|their)\s(?:other\s|same\s)?$""", RegexOptions.IgnoreCase)]
    private static partial Regex Both();

    [GeneratedRegex("""^\s(?:of|in|out\sof)\s""")]
    private static partial Regex Counted();

    [GeneratedRegex("""\bseeds?\s(?:\d+(?:,|\sand|\sor|\sto|–)?\s?)*$""", RegexOptions.IgnoreCase)]
    private static partial Regex Seed();
}

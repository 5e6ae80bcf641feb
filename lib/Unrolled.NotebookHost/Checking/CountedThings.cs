using System.Text.RegularExpressions;

namespace Unrolled.NotebookHost.Checking;

/// <summary>
/// Things that a text counts and then shows: the items of a list, the rows of a table, the lines of a displayed
/// equation below the count, or what the sentence itself names behind a colon.
/// </summary>
internal static partial class CountedThings
{
    private const int LongestItem = 5;

    /// <summary>Whether a number of the cell is the count of what follows it.</summary>
    public static bool Hold(Prose prose, WrittenNumber number) =>
        number is { IsShare: false, Denominator: 1, Value: >= 2 }
        && (InBlock(prose.Source, number.Start) == (int)number.Value
            || InSentence(prose.Source, number.Start) == (int)number.Value);

    // The block below a heading, or below a paragraph whose last sentence has the number and ends in a colon.
    private static int? InBlock(string text, int place)
    {
        int line = text.LastIndexOf('\n', Math.Max(place - 1, 0)) + 1;
        bool isHeading = text.AsSpan(line).StartsWith("#");
        int end = isHeading ? text.IndexOf('\n', place) : Break().Match(text, place) is { Success: true } found
            ? found.Index : -1;
        if (end < 0)
            return null;
        string tail = text[place..end].TrimEnd();
        if (!isHeading && !(tail.EndsWith(':') && !SentenceEnd().IsMatch(tail[..^1])))
            return null;
        string below = text[end..].TrimStart('\n');
        Match block = isHeading ? Block().Match(below) : BlockHere().Match(below);
        return !block.Success ? null
            : block.Groups["list"] is { Success: true } list ? Item().Count(list.Value)
            : block.Groups["table"] is { Success: true } table ? table.Value.Trim().Split('\n').Length - 2
            : EquationLine().Count(block.Groups["equation"].Value) + 1;
    }

    // What stands behind the colon of the sentence, divided by semicolons, else by commas and conjunctions.
    private static int? InSentence(string text, int place)
    {
        string rest = text[place..];
        string sentence = rest[..(SentenceEnd().Match(rest) is { Success: true } end ? end.Index : rest.Length)];
        int colon = sentence.IndexOf(": ", StringComparison.Ordinal);
        if (colon < 0)
            return null;
        string named = Brackets().Replace(sentence[(colon + 2)..], "");
        if (named.Contains(';'))
            return named.Split(';').Length;
        string[] items = [.. Divider().Split(named).Where(item => item.Trim().Length > 0)];
        // A longer item is a clause, so that its commas and conjunctions need not divide what is counted.
        return items.All(item => Word().Count(item) <= LongestItem) ? items.Length : null;
    }

    [GeneratedRegex("""\n\s*\n|\n(?=\s*(?:[-*]\s|\d+\.\s|\||\$\$))""")]
    private static partial Regex Break();

    private const string Blocks =
        """(?:(?<list>(?:^[ ]*(?:[-*]|\d+\.)[ ][^\n]*(?:\n(?!\n)[^\n]*)*\n*)+)|(?<table>(?:^\|[^\n]*\n?)+)"""
        + """|(?<equation>\$\$.*?\$\$))""";

    [GeneratedRegex(Blocks, RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("""\A""" + Blocks, RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex BlockHere();

    [GeneratedRegex("""^(?:[-*]|\d+\.)\s""", RegexOptions.Multiline)]
    private static partial Regex Item();

    [GeneratedRegex("""\\\\""")]
    private static partial Regex EquationLine();

    [GeneratedRegex("""[.!?](?=\s|\*|$)|\n\s*\n""")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex("""\([^)]*\)""")]
    private static partial Regex Brackets();

    [GeneratedRegex("""\S+""")]
    private static partial Regex Word();

    [GeneratedRegex(""",\s(?:and\s|or\s)?|\s(?:and|or)\s""")]
    private static partial Regex Divider();
}

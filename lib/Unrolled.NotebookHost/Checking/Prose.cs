using System.Text.RegularExpressions;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Checking;

/// <summary>
/// A Markdown cell as prose: its text with everything blanked that states no measurement, and the numbers that are
/// left. Blanked are code, formulas and tables of symbols; addresses; lists of sources; the running time; the task that
/// an exercise sets; and questions.
/// </summary>
internal sealed partial class Prose
{
    private const int WordsBefore = 3, WordsAfter = 4;

    /// <summary>Reads a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="isTitle">Whether it is the notebook's first.</param>
    public Prose(NotebookCell cell, bool isTitle)
    {
        Cell = cell;
        string stated = Blank(Blank(Blank(Source, NotStated()), Table(), IsOfSymbols), Exercise());
        if (isTitle)
            stated = Blank(stated, RunningTime());
        stated = WithoutQuestions(Blank(stated, Prediction()));
        Equations = [.. Arithmetic.In(stated)];
        Text = Blank(stated, Formula());
        WrittenNumber[] all =
        [
            .. NumberText.Figures(Text).Concat(NumberText.Words(Text)).Concat(FormulaNumbers.In(stated))
                .Where(number => !Reference.Is(Text, number))
                .OrderBy(number => number.Start),
        ];
        Numbers = [.. all.Where(number => !SmallWords.Are(Text, number))];
        Bits = [.. NumberText.Figures(Text).Where(
            number => number.Text is "0" or "1" && SmallWords.Are(Text, number) && !Reference.Is(Text, number))];
    }

    /// <summary>The cell.</summary>
    public NotebookCell Cell { get; }

    /// <summary>The cell's Markdown.</summary>
    public string Source => Cell.Source;

    /// <summary>The same, with blanks in the place of what is no prose.</summary>
    public string Text { get; }

    /// <summary>The numbers that state something, in their order.</summary>
    public IReadOnlyList<WrittenNumber> Numbers { get; }

    /// <summary>The figures 0 and 1 where they seem to count nothing.</summary>
    public IReadOnlyList<WrittenNumber> Bits { get; }

    /// <summary>The equations between numbers.</summary>
    public IReadOnlyList<NumberEquation> Equations { get; }

    /// <summary>The line around a place.</summary>
    public string LineAt(int place)
    {
        int start = Source.LastIndexOf('\n', Math.Max(place - 1, 0)) + 1;
        int end = Source.IndexOf('\n', place);
        return (end < 0 ? Source[start..] : Source[start..end]).Trim();
    }

    /// <summary>
    /// The words that may say what a number counts: a few before it in its sentence, a few after it in its phrase, and
    /// the symbols of its formula.
    /// </summary>
    public IReadOnlySet<string> WordsAround(WrittenNumber number)
    {
        string before = Text[..number.Start], after = Text[EndOf(number)..];
        before = before[(SentenceEnd().Matches(before).LastOrDefault() is { } last ? last.Index + last.Length : 0)..];
        after = PhraseEnd().Match(after) is { Success: true } end ? after[..end.Index] : after;
        return Letters().Matches(before).TakeLast(WordsBefore).Concat(Letters().Matches(after).Take(WordsAfter))
            .Select(word => Stem(word.Value))
            .Concat(FormulaNumbers.SymbolsAt(Source, number.Start))
            .ToHashSet();
    }

    /// <summary>
    /// The names beside a number: the word behind it, and the word before it, as in <c>a lag of 1</c>.
    /// </summary>
    public IReadOnlySet<string> NamesBeside(WrittenNumber number)
    {
        Match before = NameBefore().Match(Text[..number.Start]);
        string? name = before.Success ? Stem(before.Groups[1].Value) : null;
        return new[] { NounOf(number), name }.OfType<string>().Where(word => word.Length > 2).ToHashSet();
    }

    /// <summary>The word behind a number, without its plural; null where none follows.</summary>
    public string? NounOf(WrittenNumber number) =>
        Noun().Match(Text, EndOf(number)) is { Success: true } noun
            ? Stem(noun.Groups[1].Value)
            : null;

    /// <summary>Whether the number is taken up from above: <c>the five shapes</c>, <c>all thirty runs</c>.</summary>
    public bool IsTakenUp(WrittenNumber number) => Definite().IsMatch(Text[..number.Start]);

    /// <summary>Whether the line of the number is Chinese.</summary>
    public bool IsChinese(WrittenNumber number) => ChineseLine().IsMatch(LineAt(number.Start));

    /// <summary>A word in lower case and without a plural's s.</summary>
    public static string Stem(string word) => Plural().Replace(word.ToLowerInvariant(), "");

    private int EndOf(WrittenNumber number) => Math.Min(Text.Length, number.Start + number.Text.Length);

    private static string Blank(string text, Regex what, Func<string, bool>? condition = null) => what.Replace(
        text, match => condition?.Invoke(match.Value) == false ? match.Value : Blanked(match.Value));

    // A question states nothing: blank from the end of the sentence before it.
    private static string WithoutQuestions(string text)
    {
        for (int mark = text.LastIndexOfAny(['?', '？']); mark >= 0;
            mark = mark > 0 ? text.LastIndexOfAny(['?', '？'], mark - 1) : -1)
        {
            int start = SentenceEnd().Matches(text[..mark]).LastOrDefault() is { } end ? end.Index + end.Length : 0;
            text = text[..start] + Blanked(text[start..mark]) + text[mark..];
        }
        return text;
    }

    // Lines stay lines: what begins a list or a table still does.
    private static string Blanked(string text) => string.Concat(text.Select(c => c == '\n' ? '\n' : ' '));

    private static bool IsOfSymbols(string table) => SymbolHeading().IsMatch(table.Split('\n')[0]);

    // Fenced code, displayed formulas, code, the targets of links, addresses, HTML tags, list numbers, chapters in
    // titles and links, and everything below a heading of sources.
    [GeneratedRegex(
        """
        (?msx)^```.*?^```|\$\$.*?\$\$|`+[^`]*`+|(?<=\])\([^)\s]*\)|https?://[^\s)>]+|<[^>\n]+>
        |^\s*\d+\.(?=\s)|(?<=^\#\s|\[)\d\d(?=\s·)|^\#+\s(?:Sources|References)\b.*?(?=^\#|\z)
        """)]
    private static partial Regex NotStated();

    [GeneratedRegex("""(?m)^\|.*(?:\n\|.*)*""")]
    private static partial Regex Table();

    [GeneratedRegex("""\bsymbols?\b|符号""", RegexOptions.IgnoreCase)]
    private static partial Regex SymbolHeading();

    [GeneratedRegex("""(?s)\*\*Running time:?\*\*.*?(?=\n\n|\z)""")]
    private static partial Regex RunningTime();

    [GeneratedRegex("""(?s)\*\*Before you run it:?\*\*.*?(?=\n\n|\z)""")]
    private static partial Regex Prediction();

    [GeneratedRegex("""(?ms)^\*\*\d\d-\d+\s·.*?(?=\n\n|\z)""")]
    private static partial Regex Exercise();

    [GeneratedRegex("""\$[^$\n]+\$""")]
    private static partial Regex Formula();

    [GeneratedRegex("""[.!?:;](?=\s|\*|$)|[。！？；：]|\n\s*\n|\n(?=\s*[-*|\d])""")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex("""[.!?:;,](?=\s|\*|$)|[()。！？；：，]|\n\s*\n|\n(?=\s*[-*|\d])""")]
    private static partial Regex PhraseEnd();

    [GeneratedRegex("""\p{L}+""")]
    private static partial Regex Letters();

    // Lags, losses, biases; neither bias nor loss.
    [GeneratedRegex("""(?<=ss|ias)es$|(?<=\p{L}{3})(?<!s|ia)s$""")]
    private static partial Regex Plural();

    [GeneratedRegex("""\G[\s*_-]*(\p{L}+)""")]
    private static partial Regex Noun();

    [GeneratedRegex("""(\p{L}{3,})\s(?:of|is|=)\s$""")]
    private static partial Regex NameBefore();

    // It begins with Chinese, but for a mark; a term in brackets makes no line Chinese.
    [GeneratedRegex("""^[^\u3400-\u9fff]{0,8}[\u3400-\u9fff].*[\u3400-\u9fff]{4}.*[。；，]""")]
    private static partial Regex ChineseLine();

    [GeneratedRegex("""\b(?:the|these|those|its|their|all|same)[\s*_]+$""", RegexOptions.IgnoreCase)]
    private static partial Regex Definite();
}

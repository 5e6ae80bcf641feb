using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.Notebooks.Tests.Prose;

/// <summary>
/// A number of a chapter's prose with another last digit, or another word in the place of its last: 500 and 507, two
/// and six, twenty-three and twenty-eight. Numbers are found here without the host, so that one which the host
/// overlooks is found all the same.
/// </summary>
/// <param name="CellId">The cell.</param>
/// <param name="Place">Where the number begins.</param>
/// <param name="Old">The number as it is written.</param>
/// <param name="New">The wrong one.</param>
/// <param name="StatesNothing">What the number is, where it is no measurement; null where it must be noticed.</param>
internal sealed partial record WrongDigit(string CellId, int Place, string Old, string New, string? StatesNothing)
{
    private static readonly string[][] Kinds =
    [
        ["two", "three", "four", "five", "six", "seven", "eight", "nine"],
        ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"],
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"],
    ];

    /// <summary>One for each number of a notebook's prose.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="random">Draws the wrong digits.</param>
    public static IEnumerable<WrongDigit> In(Notebook notebook, Random random) =>
        notebook.Cells.Where(cell => cell.Kind == CellKind.Markdown).SelectMany(cell => In(cell, random));

    /// <summary>The notebook with the wrong number.</summary>
    /// <param name="notebook">The notebook without it.</param>
    /// <param name="alsoQuoted">
    /// Whether the claims that quote the number quote the wrong one, as if the author believed it. A quotation from a
    /// paper stays as it is: it is written down beside the prose so that the two can be compared.
    /// </param>
    public Notebook In(Notebook notebook, bool alsoQuoted)
    {
        Notebook changed = Notebook.Parse(notebook.ToCanonicalJson(), "changed.ipynb");
        NotebookCell cell = changed.Cells.Single(one => one.Id == CellId);
        string before = cell.Source;
        cell.Source = Replaced(before, Place);
        if (alsoQuoted)
            foreach (JsonObject claim in (cell.Metadata["unrolled"]?["claims"]?.AsArray() ?? []).OfType<JsonObject>())
            {
                string says = claim["says"]!.GetValue<string>();
                int start = before.IndexOf(says, StringComparison.Ordinal);
                if (start >= 0 && start <= Place && Place + Old.Length <= start + says.Length)
                    claim["says"] = Replaced(says, Place - start);
            }
        return changed;
    }

    private string Replaced(string text, int place) => text[..place] + New + text[(place + Old.Length)..];

    private static IEnumerable<WrongDigit> In(NotebookCell cell, Random random)
    {
        (Regex What, string Kind)[] kinds =
        [
            (Code(), "code"), (Address(), "an address"), (Displayed(), "a displayed equation"), (Sources(), "a source"),
            (ListNumber(), "the number of an item"), (Year(), "a year"), (Named(), "a reference"),
            (Question(), "a question"), (Prediction(), "a question"), (Exercise(), "an exercise's task"),
            (RunningTime(), "the running time"), (Symbols(), "a table of symbols"), (Both(), "the two"), (Bit(), "0 or 1"), (Variables(), "a formula"),
        ];
        (int Start, int End, string Kind)[] nothing =
        [
            .. kinds.SelectMany(kind => kind.What.Matches(cell.Source)
                .Select(match => (match.Index, match.Index + match.Length, kind.Kind))),
        ];
        foreach (Match match in Figure().Matches(cell.Source).Concat(Word().Matches(cell.Source)))
        {
            string? kind = nothing.Where(one => one.Start <= match.Index && match.Index < one.End)
                .Select(one => one.Kind).FirstOrDefault();
            yield return new WrongDigit(cell.Id, match.Index, match.Value, Wrong(match.Value, random), kind);
        }
    }

    private static string Wrong(string number, Random random)
    {
        if (char.IsDigit(number[^1]))
            return number[..^1] + (char)('0' + ((number[^1] - '0' + random.Next(1, 10)) % 10));
        int start = number.LastIndexOf('-') + 1;
        string last = number[start..].ToLowerInvariant();
        string[] others = [.. Kinds.Single(kind => kind.Contains(last)).Where(word => word != last)];
        string other = others[random.Next(others.Length)];
        return number[..start] + (char.IsUpper(number[start]) ? char.ToUpperInvariant(other[0]) + other[1..] : other);
    }

    [GeneratedRegex("""(?<![A-Za-z0-9_.,\\])(?:\d[\d,]*\d|\d)(?:\.\d+)?(?![A-Za-z0-9_])|(?<![A-Za-z0-9_.])\.\d+""")]
    private static partial Regex Figure();

    [GeneratedRegex(
        """
        \b(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:two|three|four|five|six|seven|eight|nine))?
        |two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen
        |nineteen)\b
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Word();

    [GeneratedRegex("""(?ms)^```.*?^```|`[^`]+`""")]
    private static partial Regex Code();

    [GeneratedRegex("""\]\([^)]*\)|https?://\S+""")]
    private static partial Regex Address();

    [GeneratedRegex("""(?s)\$\$.*?\$\$""")]
    private static partial Regex Displayed();

    [GeneratedRegex("""(?s)## Sources.*""")]
    private static partial Regex Sources();

    [GeneratedRegex("""(?m)^\d+\.\s""")]
    private static partial Regex ListNumber();

    [GeneratedRegex("""\b(?:1[6-9]|20)\d\d\b""")]
    private static partial Regex Year();

    [GeneratedRegex(
        """
        (?i)\b(?:chapter|section|equation|figure|exercise|notebook|experiment|table|page|p\.|arXiv)s?[\s\[]+\(?[\d.\-]+
        |\b0\d\b(?:-\d)?|\b\d\d-\d\b
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Named();

    [GeneratedRegex("""[^.!?:;\n]*(?:\.\d[^.!?:;\n]*)*\?""")]
    private static partial Regex Question();

    [GeneratedRegex("""(?s)\*\*Before you run it.*?(?=\n\n|\z)""")]
    private static partial Regex Prediction();

    [GeneratedRegex("""(?ms)^\*\*\d\d-\d.*?(?=\n\n|\z)""")]
    private static partial Regex Exercise();

    [GeneratedRegex("""\*\*Running time[^\n]*""")]
    private static partial Regex RunningTime();

    [GeneratedRegex("""(?m)^\|[^\n]*(?:symbol|符号)[^\n]*(?:\n\|[^\n]*)*""", RegexOptions.IgnoreCase)]
    private static partial Regex Symbols();

    [GeneratedRegex("""(?i)\b(?:the|these|those|its|their)\s(?:other\s|same\s)?two\b""")]
    private static partial Regex Both();

    [GeneratedRegex("""(?<![\d.,])[01](?![\d.,]*\d|\s?%|\sof\s|\sin\s)""")]
    private static partial Regex Bit();

    // A formula with a variable, up to the number that it ends in.
    [GeneratedRegex("""\$(?=[^$\n]*(?<!\\[a-z]*)[A-Za-z])[^$\n]+?(?=(?:=|\\approx|<|>|\\le|\\ge)\s*[\d.]+\$|\$)""")]
    private static partial Regex Variables();
}

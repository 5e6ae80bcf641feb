using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Checking;

/// <summary>
/// The numbers of the prose that nothing holds. A number is held by the claim that quotes it, by the nearest output
/// above, by a displayed equation or a number in the code above, or by what it is: a year, or the number of a chapter,
/// section, equation, figure or exercise. Numbers in code and formulas are not prose.
/// </summary>
internal static partial class UnheldNumbers
{
    /// <summary>The numbers that nothing holds, in their order.</summary>
    public static IEnumerable<UnheldNumber> In(Notebook notebook, string name)
    {
        List<WrittenNumber> sizes = [];
        IReadOnlyList<WrittenNumber> shown = [];
        foreach (NotebookCell cell in notebook.Cells)
        {
            if (cell.Kind == CellKind.Code)
            {
                sizes.AddRange(NumberText.Figures(Comment().Replace(cell.Source, " ").Replace("_", "")));
                if (cell.Outputs.Count > 0)
                    shown = [.. TextsOf(cell).SelectMany(NumberText.Figures)];
            }
            if (cell.Kind != CellKind.Markdown)
                continue;
            sizes.AddRange(Equation().Matches(cell.Source).SelectMany(equation => NumberText.Figures(equation.Value)));
            foreach (UnheldNumber number in InProse(cell, name, shown, sizes))
                yield return number;
        }
    }

    private static IEnumerable<UnheldNumber> InProse(
        NotebookCell cell, string name, IReadOnlyList<WrittenNumber> shown, List<WrittenNumber> sizes)
    {
        string prose = NotProse().Replace(cell.Source, match => new string(' ', match.Length));
        (int Start, int End)[] quoted = [.. Claim.Of(cell, name).Select(claim =>
        {
            int start = cell.Source.IndexOf(claim.Says, StringComparison.Ordinal);
            return (start, start + claim.Says.Length);
        })];
        return NumberText.Figures(prose).Concat(NumberText.Words(prose))
            .OrderBy(number => number.Start)
            .Where(number => !quoted.Any(claim => claim.Start <= number.Start && number.Start < claim.End))
            .Where(number => !shown.Any(number.IsRoundingOf) && !sizes.Any(number.IsRoundingOf))
            .Where(number => !IsYear(number) && !IsReference(prose, number))
            .Select(number => new UnheldNumber(cell.Id, number.Text, LineAround(cell.Source, number.Start)));
    }

    private static bool IsYear(WrittenNumber number) =>
        number is { Value: >= 1600 and < 2100, Quantum: 1, IsShare: false } && number.Text.Length == 4;

    private static bool IsReference(string prose, WrittenNumber number) =>
        Reference().IsMatch(prose[..number.Start]);

    private static IEnumerable<string> TextsOf(NotebookCell cell) =>
        cell.Outputs.OfType<JsonObject>().Select(
            output => MultilineText.Join(output["text"] ?? output.NodeAt("data", "text/plain")));

    private static string LineAround(string text, int position)
    {
        int start = text.LastIndexOf('\n', Math.Max(position - 1, 0)) + 1;
        int end = text.IndexOf('\n', position);
        return (end < 0 ? text[start..] : text[start..end]).Trim();
    }

    [GeneratedRegex("""//[^\n]*""")]
    private static partial Regex Comment();

    [GeneratedRegex("""\$\$.*?\$\$""", RegexOptions.Singleline)]
    private static partial Regex Equation();

    // Fenced code, displayed and inline formulas, code, the targets of links, addresses, HTML tags, list numbers.
    [GeneratedRegex(
        """
        (?ms)^```.*?^```|\$\$.*?\$\$|\$[^$\n]+\$|`+[^`]*`+|(?<=\])\([^)\s]*\)|https?://[^\s)>]+|<[^>\n]+>
        |^\s*\d+\.(?=\s)
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex NotProse();

    // What stands before the number of a chapter, a section, a page …, or before the second of two.
    [GeneratedRegex(
        """
        (?:chapters?|sections?|equations?|eqs?\.|figures?|tables?|exercises?|notebooks?|pages?|pp?\.|vol\.|no\.)
        \s(?:[\d.]+(?:,|\sand|\sto|–)\s?)*\(?$|\d–$
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Reference();
}

/// <summary>A number of the prose that nothing holds.</summary>
/// <param name="CellId">The cell.</param>
/// <param name="Text">The number as it is written.</param>
/// <param name="Line">The line in which it stands.</param>
internal sealed record UnheldNumber(string CellId, string Text, string Line);

using System.Globalization;
using Unrolled.NotebookHost.Checking;
using Unrolled.NotebookHost.Running;

namespace Unrolled.NotebookHost.Commands;

/// <summary>Claims as lines for the user.</summary>
internal static class ClaimText
{
    /// <summary>A claim that is not true here: place and sentence, condition, and the values of its parts.</summary>
    public static IEnumerable<string> Lines(NotebookReport report, ClaimReport claim)
    {
        string verdict = claim switch
        {
            { Error: not null } => "this sentence could not be tested",
            { Outcome: ClaimOutcome.Differs } => "this sentence differs here",
            _ => "this sentence is false",
        };
        return Lines(report, claim, verdict);
    }

    /// <summary>
    /// A notebook's claims with what holds them, below its name and the ids of their cells: the sentence, its
    /// condition, and the values found.
    /// </summary>
    public static IEnumerable<string> Ledger(NotebookReport report)
    {
        if (report.Claims.Count == 0)
            yield break;
        yield return report.Notebook.Name;
        foreach (IGrouping<string, ClaimReport> cell in report.Claims.GroupBy(Place))
        {
            yield return $"  {cell.Key}";
            foreach (ClaimReport claim in cell)
            {
                string seeds = claim.Seeds is { } number ? $" ({number} {(number == "1" ? "seed" : "seeds")})" : "";
                yield return $"    {Word(claim)} \"{OnOneLine(claim.Claim.Says)}\"{seeds}";
                foreach (string line in Evidence(claim))
                    yield return $"        {line}";
            }
        }
    }

    /// <summary>The findings in one line: how many claims hold, and how many numbers nothing holds.</summary>
    public static string Count(IReadOnlyCollection<ClaimReport> claims, int unheld)
    {
        int holding = claims.Count(claim => claim.Outcome == ClaimOutcome.Holds);
        return $"{(claims.Count == 1 ? "1 claim" : $"{claims.Count} claims")}: "
            + $"{holding} {(holding == 1 ? "holds" : "hold")}; {Unheld(unheld)}";
    }

    /// <summary>The count of the numbers that nothing holds.</summary>
    public static string Unheld(int numbers) => numbers switch
    {
        0 => "every number of the prose is held",
        1 => "nothing holds 1 number",
        _ => $"nothing holds {numbers} numbers",
    };

    /// <summary>A number that nothing holds: its place, and the line in which it stands.</summary>
    public static string Line(string notebook, UnheldNumber number) =>
        $"{notebook}: cell {number.CellId}: nothing holds {number.Text}"
        + (number.Claim is { } claim ? $", not the condition of \"{OnOneLine(claim.Says)}\"" : "")
        + (number.MistakenFor is { } other
            ? $", which compares with {other.ToString(CultureInfo.InvariantCulture)}, too" : "")
        + $": {number.Line}";

    private static IEnumerable<string> Lines(NotebookReport report, ClaimReport claim, string verdict)
    {
        yield return $"{report.Notebook.Name}: {Place(claim)}: {verdict}: \"{OnOneLine(claim.Claim.Says)}\"";
        foreach (string line in Evidence(claim))
            yield return $"  {line}";
    }

    private static IEnumerable<string> Evidence(ClaimReport claim)
    {
        yield return OnOneLine(claim.Claim.Holds);
        if (claim.Error is { } error)
            yield return error;
        foreach ((string part, string value) in claim.Values)
            yield return $"{OnOneLine(part)} is {value}";
    }

    private static string Word(ClaimReport claim) => claim.Outcome switch
    {
        ClaimOutcome.Holds => "✓",
        ClaimOutcome.Fails => "✗ fails:",
        ClaimOutcome.Differs => "≈ differs here:",
        _ => "– not reached:",
    };

    private static string Place(ClaimReport claim) => claim.CellId.Length > 0 ? $"cell {claim.CellId}" : "a text cell";

    private static string OnOneLine(string text) =>
        string.Join(' ', text.Split((char[])['\r', '\n', ' '], StringSplitOptions.RemoveEmptyEntries));
}

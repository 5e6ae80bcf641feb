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

    /// <summary>The claims with what holds them: for each its sentence, condition and values.</summary>
    public static IEnumerable<string> Ledger(NotebookReport report)
    {
        foreach (ClaimReport claim in report.Claims)
        {
            foreach (string line in Lines(report, claim, Word(claim)))
                yield return line;
            if (claim.Seeds is { } seeds)
                yield return $"  seeds: {seeds}";
        }
    }

    private static IEnumerable<string> Lines(NotebookReport report, ClaimReport claim, string verdict)
    {
        yield return $"{report.Notebook.Name}: {Place(claim)}: {verdict}: \"{OnOneLine(claim.Claim.Says)}\"";
        yield return $"  {OnOneLine(claim.Claim.Holds)}";
        if (claim.Error is { } error)
            yield return $"  {error}";
        foreach ((string part, string value) in claim.Values)
            yield return $"  {OnOneLine(part)} is {value}";
    }

    private static string Word(ClaimReport claim) => claim.Outcome switch
    {
        ClaimOutcome.Holds => "holds",
        ClaimOutcome.Fails => "fails",
        ClaimOutcome.Differs => "differs here",
        _ => "not reached",
    };

    private static string Place(ClaimReport claim) => claim.CellId.Length > 0 ? $"cell {claim.CellId}" : "a text cell";

    private static string OnOneLine(string text) =>
        string.Join(' ', text.Split((char[])['\r', '\n', ' '], StringSplitOptions.RemoveEmptyEntries));
}

using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Running;

/// <summary>The report of a claim.</summary>
/// <param name="CellId">The id of its Markdown cell; empty where it has none.</param>
/// <param name="Claim">The sentence and its condition.</param>
/// <param name="Outcome">Whether it is true.</param>
/// <param name="Values">The parts of the condition and their values, as text.</param>
/// <param name="Seeds">How many seeds are behind it; null where the notebook does not say it.</param>
/// <param name="Error">Why the condition has no value; null where it has one.</param>
internal sealed record ClaimReport(
    string CellId,
    Claim Claim,
    ClaimOutcome Outcome,
    IReadOnlyList<KeyValuePair<string, string>> Values,
    string? Seeds,
    string? Error)
{
    /// <summary>A claim that the run did not come to.</summary>
    public static ClaimReport NotReached(NotebookCell cell, Claim claim) =>
        new(cell.Id, claim, ClaimOutcome.NotReached, [], null, null);
}

/// <summary>The outcome of a claim.</summary>
internal enum ClaimOutcome
{
    /// <summary>Its condition holds.</summary>
    Holds,

    /// <summary>Its condition does not hold, or has no value, where the same bits are promised.</summary>
    Fails,

    /// <summary>The same where other results may be right: other hardware, or other parameters.</summary>
    Differs,

    /// <summary>The notebook ended before its cell.</summary>
    NotReached,
}

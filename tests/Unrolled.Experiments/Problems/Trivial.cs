namespace Unrolled.Experiments.Problems;

/// <summary>The score of an answer that needs no network.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Value">Its score.</param>
internal sealed record Trivial(string Answer, double Value);

using Unrolled.Equations.Foundations;

namespace Unrolled.Equations.Runs;

/// <summary>What a decoder has written so far.</summary>
/// <param name="Symbols">The symbols, without start and end.</param>
/// <param name="LogProbability">ln p of all of them, and of the end if it has come.</param>
/// <param name="IsComplete">Whether the end has come; if not, it was stopped.</param>
/// <param name="State">The decoder's state.</param>
public sealed record Hypothesis(IReadOnlyList<int> Symbols, double LogProbability, bool IsComplete, State State);

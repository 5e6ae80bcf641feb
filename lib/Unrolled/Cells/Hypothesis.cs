namespace Unrolled;

/// <summary>A target that a decoder has written, complete or not.</summary>
/// <param name="Symbols">The symbols, without start and end.</param>
/// <param name="LogProbability">ln p of all symbols, and of the end in a complete target.</param>
/// <param name="IsComplete">Whether the end symbol was written; if not, the target was stopped.</param>
public sealed record Hypothesis(IReadOnlyList<int> Symbols, double LogProbability, bool IsComplete)
{
    /// <summary>The target of which nothing is written yet.</summary>
    internal static Hypothesis Empty { get; } = new([], 0, IsComplete: false);

    /// <summary>
    /// ln p / ((5 + |Y|) / (5 + 1))^α, where |Y| is the number of symbols and, in a complete target, the end (Wu et al.
    /// 2016, Google's Neural Machine Translation System, equation 14, without the coverage penalty). ln p alone prefers
    /// short targets, because every further symbol lowers it.
    /// </summary>
    /// <param name="lengthPenalty">α, at least 0; 0 gives ln p.</param>
    /// <exception cref="ArgumentOutOfRangeException">α is negative or not finite.</exception>
    public double Score(double lengthPenalty)
    {
        if (!(lengthPenalty >= 0 && double.IsFinite(lengthPenalty)))
        {
            throw new ArgumentOutOfRangeException(
                nameof(lengthPenalty),
                lengthPenalty,
                FormattableString.Invariant(
                    $"lengthPenalty is {lengthPenalty}; expected a finite number of at least 0."));
        }

        int length = Symbols.Count + (IsComplete ? 1 : 0);
        return LogProbability / Math.Pow((5.0 + length) / (5 + 1), lengthPenalty);
    }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant(
        $"[{string.Join(", ", Symbols)}], {(IsComplete ? "complete" : "stopped")}, ln p = {LogProbability:0.0000}");

    /// <summary>The target with one more symbol.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <param name="logProbability">Its ln p, given those before it.</param>
    /// <param name="end">The symbol that makes the target complete.</param>
    internal Hypothesis Then(int symbol, double logProbability, int end) => symbol == end
        ? new(Symbols, LogProbability + logProbability, IsComplete: true)
        : new([.. Symbols, symbol], LogProbability + logProbability, IsComplete: false);

    /// <summary>
    /// The complete targets before those that were stopped, whose ln p lacks the end; of either the best first.
    /// </summary>
    internal static IReadOnlyList<Hypothesis> Ranked(IEnumerable<Hypothesis> found, double lengthPenalty) =>
        [.. found.OrderByDescending(one => one.IsComplete).ThenByDescending(one => one.Score(lengthPenalty))];
}

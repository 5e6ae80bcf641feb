namespace Unrolled.Experiments.Problems;

/// <summary>The measure of a problem's score.</summary>
/// <param name="Name">The measure with its unit.</param>
/// <param name="MoreIsBetter">Whether a larger number is a better one.</param>
/// <param name="SolvedAt">The number from which the problem counts as solved; null where it is only measured.</param>
internal sealed record Score(string Name, bool MoreIsBetter, double? SolvedAt = null)
{
    /// <summary>The share of target steps that are right, solved at 99 %.</summary>
    internal static Score SolvedAccuracy { get; } = new("accuracy", MoreIsBetter: true, SolvedAt: .99);

    /// <summary>The share that is right on a test part, where nothing is ever solved.</summary>
    internal static Score Accuracy { get; } = new("accuracy", MoreIsBetter: true);

    internal bool IsSolved(double value) => SolvedAt is { } limit && (MoreIsBetter ? value >= limit : value <= limit);

    internal bool IsBetter(double one, double other) => MoreIsBetter ? one > other : one < other;
}

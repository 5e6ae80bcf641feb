using Unrolled.Experiments.Trials;

namespace Unrolled.Experiments.Judging;

/// <summary>One run.</summary>
/// <param name="Seed">The seed of all its random numbers.</param>
/// <param name="Score">The score at its end.</param>
/// <param name="Solved">Whether the problem counts as solved.</param>
/// <param name="Steps">The number of steps taken.</param>
/// <param name="Seconds">Its time, in seconds.</param>
internal sealed record SeedResult(int Seed, double Score, bool Solved, long Steps, double Seconds)
{
    /// <summary>Further measurements.</summary>
    public IReadOnlyList<Aside> Asides { get; init; } = [];

    /// <summary>The reason why it stopped early, with its score then; null if it did not.</summary>
    public string? Failure { get; init; }
}

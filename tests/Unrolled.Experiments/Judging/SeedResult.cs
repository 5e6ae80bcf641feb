namespace Unrolled.Experiments.Judging;

/// <summary>One run.</summary>
/// <param name="Seed">The seed of all its random numbers.</param>
/// <param name="Score">The score at its end.</param>
/// <param name="Solved">Whether the problem counts as solved.</param>
/// <param name="Steps">How many steps it took.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record SeedResult(int Seed, double Score, bool Solved, long Steps, double Seconds);

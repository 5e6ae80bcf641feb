namespace Unrolled.Experiments.Trials;

/// <summary>What was measured of a model.</summary>
/// <param name="Score">What it is judged by.</param>
/// <param name="Asides">What else is worth seeing.</param>
internal sealed record Measurement(double Score, params IReadOnlyList<Aside> Asides);

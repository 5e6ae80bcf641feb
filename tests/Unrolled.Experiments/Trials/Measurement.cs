namespace Unrolled.Experiments.Trials;

/// <summary>The measurements of a model.</summary>
/// <param name="Score">The score by which it is judged.</param>
/// <param name="Asides">Further measurements.</param>
internal sealed record Measurement(double Score, params IReadOnlyList<Aside> Asides);

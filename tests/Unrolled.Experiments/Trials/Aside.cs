namespace Unrolled.Experiments.Trials;

/// <summary>A number that is shown beside the score and not judged.</summary>
/// <param name="Name">Its name, with its unit.</param>
/// <param name="Value">The number.</param>
internal sealed record Aside(string Name, double Value);

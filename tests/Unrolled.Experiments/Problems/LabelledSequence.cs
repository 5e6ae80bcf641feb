namespace Unrolled.Experiments.Problems;

/// <summary>A recorded sequence and its class.</summary>
/// <param name="Frames">[time][feature].</param>
/// <param name="Label">The class, from 0.</param>
internal sealed record LabelledSequence(IReadOnlyList<double[]> Frames, int Label);

using Unrolled.Layers;

namespace Unrolled.Training;

/// <summary>Sequences and what should come out.</summary>
/// <typeparam name="TTargets">The targets' type, as the loss takes them.</typeparam>
/// <param name="Inputs">[time, batch, input].</param>
/// <param name="Targets">The targets.</param>
/// <param name="Lengths">Each sequence's length; all steps if not given.</param>
public sealed record SequenceBatch<TTargets>(Tensor Inputs, TTargets Targets, IReadOnlyList<int>? Lengths = null);

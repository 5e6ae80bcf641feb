using Unrolled.Layers;

namespace Unrolled.Training.Losses;

/// <summary>A loss and what it asks of the outputs.</summary>
/// <param name="Value">The mean over all places that count.</param>
/// <param name="Gradient">dL/d output, in the outputs' shape; 0 where a place does not count.</param>
public readonly record struct LossValue(double Value, Tensor Gradient);

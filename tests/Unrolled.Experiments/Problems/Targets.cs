using Unrolled.Layers;
using Unrolled.Training.Losses;

namespace Unrolled.Experiments.Problems;

/// <summary>What should come out of a batch, with the loss that goes with it.</summary>
internal abstract record Targets
{
    internal abstract LossValue Loss(Tensor output);
}

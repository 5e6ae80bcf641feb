using Unrolled.Layers;
using Unrolled.Training.Losses;

namespace Unrolled.Experiments.Problems;

/// <summary>Values, by squared error.</summary>
/// <param name="Values">In the shape of the outputs.</param>
internal sealed record ValueTargets(Tensor Values) : Targets
{
    internal override LossValue Loss(Tensor output) => MeanSquaredError.Of(output, Values);
}

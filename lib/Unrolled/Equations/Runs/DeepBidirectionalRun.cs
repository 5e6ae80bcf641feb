using Vector = MathNet.Numerics.LinearAlgebra.Vector<double>;

namespace Unrolled.Equations.Runs;

/// <summary>What a <see cref="DeepBidirectional"/> network did on a sequence.</summary>
/// <param name="Layers">What each layer did, from the lowest up.</param>
public sealed record DeepBidirectionalRun(IReadOnlyList<BidirectionalRun> Layers)
{
    /// <summary>The outputs of the highest layer, [time, output].</summary>
    public IReadOnlyList<Vector> Outputs => Layers[^1].Outputs;
}

using Unrolled.Equations.Foundations;
using Vector = MathNet.Numerics.LinearAlgebra.Vector<double>;

namespace Unrolled.Equations.Runs;

/// <summary>What a <see cref="Bidirectional"/> network did on a sequence.</summary>
/// <param name="Forward">The steps of the layer that reads forwards, from the first input to the last.</param>
/// <param name="Backward">The steps of the layer that reads backwards, in its own order: from the last input to the
/// first.</param>
public sealed record BidirectionalRun(Trace Forward, Trace Backward)
{
    /// <summary>y(t) = [→h(t); ←h(t)] in the order of time.</summary>
    public IReadOnlyList<Vector> Outputs { get; } = [.. Forward.Outputs.Zip(
        Backward.Outputs.Reverse(), (forward, backward) => Vector.Build.DenseOfEnumerable(forward.Concat(backward)))];
}

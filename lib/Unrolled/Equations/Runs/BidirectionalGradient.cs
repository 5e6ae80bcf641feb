using Unrolled.Equations.Foundations;
using Unrolled.Equations.Learning;
using Vector = MathNet.Numerics.LinearAlgebra.Vector<double>;

namespace Unrolled.Equations.Runs;

/// <summary>The gradient of a loss with respect to everything that took part in a bidirectional run.</summary>
/// <param name="Forward">That of the layer that reads forwards.</param>
/// <param name="Backward">That of the layer that reads backwards, its steps in its own order.</param>
public sealed record BidirectionalGradient(CellGradient Forward, CellGradient Backward)
{
    /// <summary>dL/dθ of both layers, in the order of <see cref="Bidirectional.Parameters"/>.</summary>
    public ParameterSet OfParameters => new Bidirectional(Forward.OfParameters, Backward.OfParameters).Parameters;

    /// <summary>dL/dx at every step: each input was read by both.</summary>
    public IReadOnlyList<Vector> OfInputs =>
        [.. Forward.OfInputs.Zip(Backward.OfInputs.Reverse(), (forward, backward) => forward + backward)];
}

using Unrolled.Equations.Foundations;
using Vector = MathNet.Numerics.LinearAlgebra.Vector<double>;

namespace Unrolled.Equations.Learning;

/// <summary>The gradient of a sequence's loss with respect to everything that took part in a run.</summary>
/// <param name="OfParameters">dL/dθ, held in a cell of the same kind.</param>
/// <param name="OfSteps">The gradient of every named quantity at every step.</param>
public sealed record CellGradient(ICell OfParameters, Trace OfSteps)
{
    /// <summary>dL/dx at every step.</summary>
    public IReadOnlyList<Vector> OfInputs => OfSteps.Inputs;

    /// <summary>dL/dstate of the state before the first step.</summary>
    public State OfInitialState => OfSteps.Initial;
}

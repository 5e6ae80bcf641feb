using Vector = MathNet.Numerics.LinearAlgebra.Vector<double>;

namespace Unrolled.Equations.Learning;

/// <summary>L = ½ Σᵢ (yᵢ − targetᵢ)², the loss of Rumelhart, Hinton and Williams 1986 and of Elman 1990.</summary>
public sealed class SquaredError : ILoss
{
    /// <inheritdoc/>
    public double Value(Vector y, Vector target) => (y - target) * (y - target) / 2;

    /// <inheritdoc/>
    public Vector Gradient(Vector y, Vector target) => y - target;
}

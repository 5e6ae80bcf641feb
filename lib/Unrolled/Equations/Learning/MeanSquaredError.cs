using Vector = MathNet.Numerics.LinearAlgebra.Vector<double>;

namespace Unrolled.Equations.Learning;

/// <summary>L = (1/n) Σᵢ (yᵢ − targetᵢ)² over the n elements of y, as torch's mse_loss has it.</summary>
public sealed class MeanSquaredError : ILoss
{
    /// <inheritdoc/>
    public double Value(Vector y, Vector target) => (y - target) * (y - target) / y.Count;

    /// <inheritdoc/>
    public Vector Gradient(Vector y, Vector target) => 2 * (y - target) / y.Count;
}

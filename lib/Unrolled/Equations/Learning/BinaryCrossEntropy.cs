using Vector = MathNet.Numerics.LinearAlgebra.Vector<double>;

namespace Unrolled.Equations.Learning;

/// <summary>
/// L = −Σᵢ (targetᵢ ln yᵢ + (1 − targetᵢ) ln (1 − yᵢ)), where every yᵢ is a probability of its own, such as a logistic
/// output unit; it is in nats.
/// </summary>
public sealed class BinaryCrossEntropy : ILoss
{
    /// <inheritdoc/>
    public double Value(Vector y, Vector target) => y.Zip(target, Value).Sum();

    /// <inheritdoc/>
    public Vector Gradient(Vector y, Vector target) => Vector.Build.DenseOfEnumerable(y.Zip(target, Gradient));

    // A share of 0 is left out, for 0 ln 0 is 0.
    private static double Value(double y, double target) =>
        (target == 0 ? 0 : -target * Math.Log(y)) + (target == 1 ? 0 : -(1 - target) * Math.Log(1 - y));

    private static double Gradient(double y, double target) =>
        (target == 0 ? 0 : -target / y) + (target == 1 ? 0 : (1 - target) / (1 - y));
}

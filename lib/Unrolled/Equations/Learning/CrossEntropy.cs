using Vector = MathNet.Numerics.LinearAlgebra.Vector<double>;

namespace Unrolled.Equations.Learning;

/// <summary>
/// L = −Σᵢ targetᵢ ln yᵢ, where y are probabilities, such as those of softmax output units; it is in nats. With
/// softmax the gradient of the net input comes out as y Σ target − target. <see cref="SoftmaxCrossEntropy"/> is the
/// same loss of the net input itself.
/// </summary>
public sealed class CrossEntropy : ILoss
{
    /// <inheritdoc/>
    public double Value(Vector y, Vector target) =>
        y.Zip(target, (probability, share) => share == 0 ? 0 : -share * Math.Log(probability)).Sum();

    /// <inheritdoc/>
    public Vector Gradient(Vector y, Vector target) =>
        Vector.Build.DenseOfEnumerable(y.Zip(target, (probability, share) => share == 0 ? 0 : -share / probability));
}

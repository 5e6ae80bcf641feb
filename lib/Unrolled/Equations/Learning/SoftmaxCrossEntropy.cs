using Unrolled.Equations.Foundations;
using Vector = MathNet.Numerics.LinearAlgebra.Vector<double>;

namespace Unrolled.Equations.Learning;

/// <summary>
/// L = −Σᵢ targetᵢ ln softmax(y)ᵢ, where y are logits, such as linear output units; it is in nats. The logarithm is
/// taken as yᵢ − ln Σⱼ e^yⱼ, so that it is finite however small the probability.
/// </summary>
public sealed class SoftmaxCrossEntropy : ILoss
{
    /// <inheritdoc/>
    public double Value(Vector y, Vector target) => -(target * Pointwise.LogSoftmax(y));

    /// <inheritdoc/>
    public Vector Gradient(Vector y, Vector target) => Pointwise.Softmax(y) * target.Sum() - target;
}

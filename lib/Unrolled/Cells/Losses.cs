namespace Unrolled;

/// <summary>A loss of one output, and its gradient.</summary>
public interface ILoss
{
    /// <summary>The loss of one output.</summary>
    /// <param name="y">The output.</param>
    /// <param name="target">The target, of the same shape.</param>
    double Value(Vector y, Vector target);

    /// <summary>dL/dy, of the shape of y.</summary>
    /// <param name="y">The output.</param>
    /// <param name="target">The target, of the same shape.</param>
    Vector Gradient(Vector y, Vector target);
}

/// <summary>L = ½ Σᵢ (yᵢ − targetᵢ)², the loss of Rumelhart, Hinton and Williams 1986 and of Elman 1990.</summary>
public sealed class SquaredError : ILoss
{
    /// <inheritdoc/>
    public double Value(Vector y, Vector target) => (y - target) * (y - target) / 2;

    /// <inheritdoc/>
    public Vector Gradient(Vector y, Vector target) => y - target;
}

/// <summary>L = (1/n) Σᵢ (yᵢ − targetᵢ)² over the n elements of y, as torch's mse_loss has it.</summary>
public sealed class MeanSquaredError : ILoss
{
    /// <inheritdoc/>
    public double Value(Vector y, Vector target) => (y - target) * (y - target) / y.Count;

    /// <inheritdoc/>
    public Vector Gradient(Vector y, Vector target) => 2 * (y - target) / y.Count;
}

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

    // A share of 0 is left out, since 0 ln 0 is 0.
    private static double Value(double y, double target) =>
        (target == 0 ? 0 : -target * Math.Log(y)) + (target == 1 ? 0 : -(1 - target) * Math.Log(1 - y));

    private static double Gradient(double y, double target) =>
        (target == 0 ? 0 : -target / y) + (target == 1 ? 0 : (1 - target) / (1 - y));
}

/// <summary>
/// L = −Σᵢ targetᵢ ln softmax(y)ᵢ, where y are logits, such as linear output units; it is in nats. The logarithm is
/// taken as yᵢ − ln Σⱼ e^yⱼ, so that it is finite however small the probability.
/// </summary>
public sealed class CrossEntropy : ILoss
{
    /// <inheritdoc/>
    public double Value(Vector y, Vector target) => -(target * Pointwise.LogSoftmax(y));

    /// <inheritdoc/>
    public Vector Gradient(Vector y, Vector target) => Pointwise.Softmax(y) * target.Sum() - target;
}

/// <summary>
/// L = −Σᵢ targetᵢ ln yᵢ, where y are probabilities, such as those of softmax output units; it is in nats. With
/// softmax the gradient of the net input is y Σ target − target. <see cref="CrossEntropy"/> is the
/// same loss of the net input itself.
/// </summary>
public sealed class NegativeLogLikelihood : ILoss
{
    /// <inheritdoc/>
    public double Value(Vector y, Vector target) =>
        y.Zip(target, (probability, share) => share == 0 ? 0 : -share * Math.Log(probability)).Sum();

    /// <inheritdoc/>
    public Vector Gradient(Vector y, Vector target) =>
        Vector.Build.DenseOfEnumerable(y.Zip(target, (probability, share) => share == 0 ? 0 : -share / probability));
}

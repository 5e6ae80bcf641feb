namespace Unrolled.Training.Optimizers;

/// <summary>Adam after θ ← θ − η λ θ: the weights decay beside the gradient, not in it (Loshchilov and Hutter 2019).</summary>
/// <param name="learningRate">η.</param>
/// <param name="weightDecay">λ.</param>
/// <param name="beta1">β₁.</param>
/// <param name="beta2">β₂.</param>
/// <param name="epsilon">ε.</param>
public sealed class AdamW(
    double learningRate, double weightDecay = .01, double beta1 = .9, double beta2 = .999, double epsilon = 1e-8)
    : Adam(learningRate, beta1, beta2, epsilon)
{
    private protected override double Decayed(double value) => value - LearningRate * weightDecay * value;
}

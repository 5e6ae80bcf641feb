namespace Unrolled;

/// <summary>
/// m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g², θ ← θ − η (m / (1 − β₁ⁿ)) / (√(v / (1 − β₂ⁿ)) + ε) at the n-th step
/// (Kingma and Ba 2015, algorithm 1).
/// </summary>
public class Adam : Optimizer
{
    private readonly double beta1;
    private readonly double beta2;
    private readonly double epsilon;

    /// <summary>An optimiser without memories yet.</summary>
    /// <param name="learningRate">η.</param>
    /// <param name="beta1">β₁.</param>
    /// <param name="beta2">β₂.</param>
    /// <param name="epsilon">ε.</param>
    public Adam(double learningRate, double beta1 = .9, double beta2 = .999, double epsilon = 1e-8)
        : base(learningRate, "m", "v") => (this.beta1, this.beta2, this.epsilon) = (beta1, beta2, epsilon);

    private protected override void Change(Span<float> values, ReadOnlySpan<float> gradient, float[][] memory)
    {
        Span<float> means = memory[0], squares = memory[1];
        double meanShare = 1 - Math.Pow(beta1, StepCount), squareShare = 1 - Math.Pow(beta2, StepCount);
        for (int i = 0; i < values.Length; i++)
        {
            double g = gradient[i];
            double m = beta1 * means[i] + (1 - beta1) * g;
            double v = beta2 * squares[i] + (1 - beta2) * g * g;
            values[i] = (float)(Decayed(values[i]) - LearningRate * (m / meanShare) / (Math.Sqrt(v / squareShare) + epsilon));
            (means[i], squares[i]) = ((float)m, (float)v);
        }
    }

    /// <summary>θ before the gradient's change.</summary>
    private protected virtual double Decayed(double value) => value;
}

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

namespace Unrolled.Training.Optimizers;

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

    private protected override double Changed(double value, double g, Span<double> memory)
    {
        ref double m = ref memory[0];
        ref double v = ref memory[1];
        m = beta1 * m + (1 - beta1) * g;
        v = beta2 * v + (1 - beta2) * g * g;
        double mean = m / (1 - Math.Pow(beta1, StepCount));
        double square = v / (1 - Math.Pow(beta2, StepCount));
        return value - LearningRate * mean / (Math.Sqrt(square) + epsilon);
    }
}

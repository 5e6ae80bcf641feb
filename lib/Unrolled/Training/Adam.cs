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

    /// <summary>An optimizer without memories yet.</summary>
    /// <param name="learningRate">η, finite and at least 0.</param>
    /// <param name="beta1">β₁, at least 0 and less than 1.</param>
    /// <param name="beta2">β₂, at least 0 and less than 1.</param>
    /// <param name="epsilon">ε, finite and at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is outside its range.</exception>
    public Adam(double learningRate, double beta1 = .9, double beta2 = .999, double epsilon = 1e-8)
        : base(learningRate, "m", "v")
    {
        this.beta1 = TrainingCheck.RequireShare(beta1, nameof(beta1));
        this.beta2 = TrainingCheck.RequireShare(beta2, nameof(beta2));
        this.epsilon = TrainingCheck.RequireNotNegative(epsilon, nameof(epsilon));
    }

    private protected override void Change<T>(Span<T> values, ReadOnlySpan<T> gradient, T[][] memory, long step)
    {
        Span<T> means = memory[0], squares = memory[1];
        double meanShare = 1 - Math.Pow(beta1, step), squareShare = 1 - Math.Pow(beta2, step);
        for (int i = 0; i < values.Length; i++)
        {
            double g = double.CreateTruncating(gradient[i]);
            double m = beta1 * double.CreateTruncating(means[i]) + (1 - beta1) * g;
            double v = beta2 * double.CreateTruncating(squares[i]) + (1 - beta2) * g * g;
            double change = LearningRate * (m / meanShare) / (Math.Sqrt(v / squareShare) + epsilon);
            values[i] = T.CreateTruncating(Decayed(double.CreateTruncating(values[i])) - change);
            (means[i], squares[i]) = (T.CreateTruncating(m), T.CreateTruncating(v));
        }
    }

    /// <summary>θ before the gradient's change.</summary>
    private protected virtual double Decayed(double value) => value;
}

/// <summary>
/// Adam after θ ← θ − η λ θ: the weights decay beside the gradient, not in it (Loshchilov and Hutter 2019).
/// </summary>
public sealed class AdamW : Adam
{
    private readonly double weightDecay;

    /// <summary>An optimizer without memories yet.</summary>
    /// <param name="learningRate">η, finite and at least 0.</param>
    /// <param name="weightDecay">λ, finite and at least 0.</param>
    /// <param name="beta1">β₁, at least 0 and less than 1.</param>
    /// <param name="beta2">β₂, at least 0 and less than 1.</param>
    /// <param name="epsilon">ε, finite and at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is outside its range.</exception>
    public AdamW(
        double learningRate, double weightDecay = .01, double beta1 = .9, double beta2 = .999, double epsilon = 1e-8)
        : base(learningRate, beta1, beta2, epsilon) =>
        this.weightDecay = TrainingCheck.RequireNotNegative(weightDecay, nameof(weightDecay));

    private protected override double Decayed(double value) => value - LearningRate * weightDecay * value;
}

namespace Unrolled;

/// <summary>
/// v ← α v + (1 − α) g², θ ← θ − η g / (√v + ε) (Tieleman and Hinton 2012; ε outside the root, as in torch).
/// </summary>
public sealed class RmsProp : Optimizer
{
    private readonly double alpha;
    private readonly double epsilon;

    /// <summary>An optimizer without memories yet.</summary>
    /// <param name="learningRate">η, finite and at least 0.</param>
    /// <param name="alpha">α, at least 0 and less than 1.</param>
    /// <param name="epsilon">ε, finite and at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is outside its range.</exception>
    public RmsProp(double learningRate, double alpha = .99, double epsilon = 1e-8)
        : base(learningRate, "v")
    {
        this.alpha = TrainingCheck.RequireShare(alpha, nameof(alpha));
        this.epsilon = TrainingCheck.RequireNotNegative(epsilon, nameof(epsilon));
    }

    private protected override void Change<T>(Span<T> values, ReadOnlySpan<T> gradient, T[][] memory, long step)
    {
        Span<T> squares = memory[0];
        for (int i = 0; i < values.Length; i++)
        {
            double g = double.CreateTruncating(gradient[i]);
            double v = alpha * double.CreateTruncating(squares[i]) + (1 - alpha) * g * g;
            double change = LearningRate * g / (Math.Sqrt(v) + epsilon);
            values[i] = T.CreateTruncating(double.CreateTruncating(values[i]) - change);
            squares[i] = T.CreateTruncating(v);
        }
    }
}

namespace Unrolled;

/// <summary>
/// Gradient descent, θ ← θ − η v, with the velocity v ← μ v + g as in torch. With a constant η this is the rule of
/// Rumelhart, Hinton and Williams 1986, Δθ(n) = −η g + μ Δθ(n−1); without momentum, v is the gradient g.
/// </summary>
public sealed class Sgd : Optimizer
{
    private readonly double momentum;

    /// <summary>An optimizer without memories yet.</summary>
    /// <param name="learningRate">η, finite and at least 0.</param>
    /// <param name="momentum">μ, at least 0 and less than 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is outside its range.</exception>
    public Sgd(double learningRate, double momentum = 0)
        : base(learningRate, momentum == 0 ? [] : ["v"]) =>
        this.momentum = TrainingCheck.RequireShare(momentum, nameof(momentum));

    private protected override void Change<T>(Span<T> values, ReadOnlySpan<T> gradient, T[][] memory, long step)
    {
        for (int i = 0; i < values.Length; i++)
        {
            double v = double.CreateTruncating(gradient[i]);
            if (momentum != 0)
            {
                v = momentum * double.CreateTruncating(memory[0][i]) + v;
                memory[0][i] = T.CreateTruncating(v);
            }

            values[i] = T.CreateTruncating(double.CreateTruncating(values[i]) - LearningRate * v);
        }
    }
}

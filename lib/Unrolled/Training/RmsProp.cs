namespace Unrolled;

/// <summary>v ← α v + (1 − α) g², θ ← θ − η g / (√v + ε) (Tieleman and Hinton 2012; ε outside the root, as in torch).</summary>
/// <param name="learningRate">η.</param>
/// <param name="alpha">α.</param>
/// <param name="epsilon">ε.</param>
public sealed class RmsProp(double learningRate, double alpha = .99, double epsilon = 1e-8) : Optimizer(learningRate, "v")
{
    private protected override void Change(Span<float> values, ReadOnlySpan<float> gradient, float[][] memory)
    {
        Span<float> squares = memory[0];
        for (int i = 0; i < values.Length; i++)
        {
            double g = gradient[i];
            double v = alpha * squares[i] + (1 - alpha) * g * g;
            values[i] = (float)(values[i] - LearningRate * g / (Math.Sqrt(v) + epsilon));
            squares[i] = (float)v;
        }
    }
}

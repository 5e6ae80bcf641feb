namespace Unrolled.Training.Optimizers;

/// <summary>v ← α v + (1 − α) g², θ ← θ − η g / (√v + ε) (Tieleman and Hinton 2012; ε outside the root, as in torch).</summary>
/// <param name="learningRate">η.</param>
/// <param name="alpha">α.</param>
/// <param name="epsilon">ε.</param>
public sealed class RmsProp(double learningRate, double alpha = .99, double epsilon = 1e-8) : Optimizer(learningRate, "v")
{
    private protected override double Changed(double value, double g, Span<double> memory)
    {
        ref double v = ref memory[0];
        v = alpha * v + (1 - alpha) * g * g;
        return value - LearningRate * g / (Math.Sqrt(v) + epsilon);
    }
}

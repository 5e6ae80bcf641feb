namespace Unrolled.Equations.Learning;

/// <summary>v ← α v + (1 − α) g², θ ← θ − η g / (√v + ε), as torch has it.</summary>
/// <param name="learningRate">η.</param>
/// <param name="alpha">α.</param>
/// <param name="epsilon">ε.</param>
public sealed class RmsProp(double learningRate, double alpha = .99, double epsilon = 1e-8)
    : ElementwiseOptimizer(memories: 1)
{
    /// <inheritdoc/>
    protected override double Change(double g, Span<double> memory)
    {
        ref double v = ref memory[0];
        v = alpha * v + (1 - alpha) * g * g;
        return -learningRate * g / (Math.Sqrt(v) + epsilon);
    }
}

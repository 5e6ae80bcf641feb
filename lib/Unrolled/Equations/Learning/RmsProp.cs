namespace Unrolled.Equations.Learning;

/// <summary>v ← α v + (1 − α) g², θ ← θ − η g / (√v + ε), as torch has it.</summary>
/// <param name="learningRate">η.</param>
/// <param name="alpha">α.</param>
/// <param name="epsilon">ε.</param>
public sealed class RmsProp(double learningRate, double alpha = .99, double epsilon = 1e-8)
    : ElementwiseOptimizer(memories: 1)
{
    /// <inheritdoc/>
    protected override void Change(double[] θ, double[] g, double[][] memory)
    {
        double[] v = memory[0];
        for (int i = 0; i < θ.Length; i++)
        {
            v[i] = alpha * v[i] + (1 - alpha) * g[i] * g[i];
            θ[i] -= learningRate * g[i] / (Math.Sqrt(v[i]) + epsilon);
        }
    }
}

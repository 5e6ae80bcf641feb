namespace Unrolled.Equations.Learning;

/// <summary>
/// v ← μ v + g, θ ← θ − η v, as torch has it. With a constant η it is the rule of Rumelhart, Hinton and Williams 1986,
/// Δθ(n) = −η g + μ Δθ(n−1).
/// </summary>
/// <param name="learningRate">η.</param>
/// <param name="momentum">μ.</param>
public sealed class Momentum(double learningRate, double momentum) : ElementwiseOptimizer(memories: 1)
{
    /// <inheritdoc/>
    protected override void Change(double[] θ, double[] g, double[][] memory)
    {
        double[] v = memory[0];
        for (int i = 0; i < θ.Length; i++)
        {
            v[i] = momentum * v[i] + g[i];
            θ[i] -= learningRate * v[i];
        }
    }
}

namespace Unrolled.Equations.Learning;

/// <summary>
/// m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g², θ ← θ − η (m / (1 − β₁ⁿ)) / (√(v / (1 − β₂ⁿ)) + ε) at the n-th step
/// (Kingma and Ba 2015, algorithm 1).
/// </summary>
/// <param name="learningRate">η.</param>
/// <param name="beta1">β₁.</param>
/// <param name="beta2">β₂.</param>
/// <param name="epsilon">ε.</param>
public sealed class Adam(double learningRate, double beta1 = .9, double beta2 = .999, double epsilon = 1e-8)
    : ElementwiseOptimizer(memories: 2)
{
    /// <inheritdoc/>
    protected override void Change(double[] θ, double[] g, double[][] memory)
    {
        (double[] m, double[] v) = (memory[0], memory[1]);
        double shareOfMean = 1 - Math.Pow(beta1, StepCount);
        double shareOfSquare = 1 - Math.Pow(beta2, StepCount);
        for (int i = 0; i < θ.Length; i++)
        {
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
            θ[i] -= learningRate * (m[i] / shareOfMean) / (Math.Sqrt(v[i] / shareOfSquare) + epsilon);
        }
    }
}

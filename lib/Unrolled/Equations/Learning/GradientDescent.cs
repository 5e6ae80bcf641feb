namespace Unrolled.Equations.Learning;

/// <summary>θ ← θ − η g.</summary>
/// <param name="learningRate">η.</param>
public sealed class GradientDescent(double learningRate) : ElementwiseOptimizer(memories: 0)
{
    /// <inheritdoc/>
    protected override void Change(double[] θ, double[] g, double[][] memory)
    {
        for (int i = 0; i < θ.Length; i++)
            θ[i] -= learningRate * g[i];
    }
}

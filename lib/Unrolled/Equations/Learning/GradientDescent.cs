namespace Unrolled.Equations.Learning;

/// <summary>θ ← θ − η g.</summary>
/// <param name="learningRate">η.</param>
public sealed class GradientDescent(double learningRate) : ElementwiseOptimizer(memories: 0)
{
    /// <inheritdoc/>
    protected override double Change(double g, Span<double> memory) => -learningRate * g;
}

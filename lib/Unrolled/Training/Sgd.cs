namespace Unrolled;

/// <summary>Gradient descent with momentum as torch has it: v ← μ v + g, θ ← θ − η v.</summary>
/// <param name="learningRate">η.</param>
/// <param name="momentum">μ.</param>
public sealed class Sgd(double learningRate, double momentum = 0) : Optimizer(learningRate, "v")
{
    private protected override void Change(Span<float> values, ReadOnlySpan<float> gradient, float[][] memory)
    {
        Span<float> velocities = memory[0];
        for (int i = 0; i < values.Length; i++)
        {
            double v = momentum * velocities[i] + gradient[i];
            values[i] = (float)(values[i] - LearningRate * v);
            velocities[i] = (float)v;
        }
    }
}

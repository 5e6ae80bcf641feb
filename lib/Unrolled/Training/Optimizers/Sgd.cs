namespace Unrolled.Training.Optimizers;

/// <summary>Gradient descent with momentum as torch has it: v ← μ v + g, θ ← θ − η v.</summary>
/// <param name="learningRate">η.</param>
/// <param name="momentum">μ.</param>
public sealed class Sgd(double learningRate, double momentum = 0) : Optimizer(learningRate, "v")
{
    private protected override double Changed(double value, double g, Span<double> memory)
    {
        ref double v = ref memory[0];
        v = momentum * v + g;
        return value - LearningRate * v;
    }
}

namespace Unrolled;

/// <summary>Changes the parameters of one model, given their gradients.</summary>
public interface IOptimizer
{
    /// <summary>One change of every parameter, in place.</summary>
    /// <param name="parameters">The parameters; the same model's at every call.</param>
    /// <param name="gradients">dL/dθ, in the same order and shapes.</param>
    void Step(ParameterSet parameters, ParameterSet gradients);
}

/// <summary>What all optimisers here share: they treat every number alone, with memories of its own.</summary>
/// <param name="memories">How many numbers are remembered for each number that learns.</param>
public abstract class ElementwiseOptimizer(int memories) : IOptimizer
{
    private readonly List<double[][]> memory = [];

    /// <summary>How many steps have been taken, this one counted.</summary>
    protected int StepCount { get; private set; }

    /// <inheritdoc/>
    public void Step(ParameterSet parameters, ParameterSet gradients)
    {
        if (memory.Count == 0)
        {
            parameters.RequireSameShapes(gradients, nameof(gradients));
            memory.AddRange(parameters.Select(Memory));
        }

        StepCount++;
        for (int p = 0; p < parameters.Count; p++)
            Change(parameters[p].Values, gradients[p].Values, memory[p]);
    }

    /// <summary>Changes the numbers of one parameter.</summary>
    /// <param name="θ">The numbers.</param>
    /// <param name="g">Their gradients.</param>
    /// <param name="memory">What is remembered of each number's earlier gradients, 0 at first.</param>
    protected abstract void Change(double[] θ, double[] g, double[][] memory);

    private double[][] Memory(ParameterView parameter) =>
        [.. Enumerable.Range(0, memories).Select(_ => new double[parameter.Values.Length])];
}

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

/// <summary>v ← α v + (1 − α) g², θ ← θ − η g / (√v + ε), as torch has it.</summary>
/// <param name="learningRate">η.</param>
/// <param name="alpha">α.</param>
/// <param name="epsilon">ε.</param>
public sealed class CellRmsProp(double learningRate, double alpha = .99, double epsilon = 1e-8)
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

/// <summary>
/// m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g², θ ← θ − η (m / (1 − β₁ⁿ)) / (√(v / (1 − β₂ⁿ)) + ε) at the n-th step
/// (Kingma and Ba 2015, algorithm 1).
/// </summary>
/// <param name="learningRate">η.</param>
/// <param name="beta1">β₁.</param>
/// <param name="beta2">β₂.</param>
/// <param name="epsilon">ε.</param>
public sealed class CellAdam(double learningRate, double beta1 = .9, double beta2 = .999, double epsilon = 1e-8)
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

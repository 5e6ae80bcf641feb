using Unrolled.Equations.Foundations;

namespace Unrolled.Equations.Learning;

/// <summary>What all optimisers here share: they treat every number alone, with a memory of its own.</summary>
/// <param name="memories">How many numbers are remembered for each number that learns.</param>
public abstract class ElementwiseOptimizer(int memories) : IOptimizer
{
    private readonly List<double[]> memory = [];

    /// <summary>How many steps have been taken, this one counted.</summary>
    protected int StepCount { get; private set; }

    /// <inheritdoc/>
    public void Step(ParameterSet parameters, ParameterSet gradients)
    {
        if (memory.Count == 0)
        {
            parameters.RequireSameShapes(gradients, nameof(gradients));
            memory.AddRange(parameters.Select(parameter => new double[parameter.Values.Length * memories]));
        }

        StepCount++;
        for (int p = 0; p < parameters.Count; p++)
        {
            (double[] values, double[] slopes) = (parameters[p].Values, gradients[p].Values);
            for (int i = 0; i < values.Length; i++)
                values[i] += Change(slopes[i], memory[p].AsSpan(i * memories, memories));
        }
    }

    /// <summary>What is added to one number.</summary>
    /// <param name="g">Its gradient.</param>
    /// <param name="memory">What is remembered of its earlier gradients; 0 at first.</param>
    protected abstract double Change(double g, Span<double> memory);
}

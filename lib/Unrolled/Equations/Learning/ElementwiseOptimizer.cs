using Unrolled.Equations.Foundations;

namespace Unrolled.Equations.Learning;

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

    private double[][] Memory(Parameter parameter) =>
        [.. Enumerable.Range(0, memories).Select(_ => new double[parameter.Values.Length])];
}

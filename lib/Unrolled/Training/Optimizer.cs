
namespace Unrolled;

/// <summary>
/// Changes parameters by their gradients, every number alone, with a memory of its own. Each change is worked out in
/// <see cref="double"/> and rounded once.
/// </summary>
public abstract class Optimizer
{
    private readonly string[] memoryNames;
    private readonly Dictionary<string, float[][]> memories = [];

    private protected Optimizer(double learningRate, params string[] memoryNames)
    {
        LearningRate = learningRate;
        this.memoryNames = memoryNames;
    }

    /// <summary>η; a schedule may change it between steps.</summary>
    public double LearningRate { get; set; }

    /// <summary>How many steps have been taken; in a step, it is counted already.</summary>
    public long StepCount { get; private set; }

    /// <summary>One change of every parameter; the gradients stay as they are.</summary>
    public void Step(ParameterList parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        StepCount++;
        foreach (Parameter parameter in parameters)
            Change(parameter.Value.Values, parameter.Gradient.Values, MemoryOf(parameter));
    }

    /// <summary>One parameter's change in a step.</summary>
    /// <param name="values">θ; changed.</param>
    /// <param name="gradient">Its gradient.</param>
    /// <param name="memory">What the optimiser remembers of it, in the order of the names; changed.</param>
    private protected abstract void Change(Span<float> values, ReadOnlySpan<float> gradient, float[][] memory);

    internal IEnumerable<NamedTensor> ToTensors(ParameterList parameters, string prefix)
    {
        yield return NamedTensor.Create($"{prefix}steps", [1], [StepCount]);
        foreach (Parameter parameter in parameters)
        {
            float[][] memory = MemoryOf(parameter);
            for (int m = 0; m < memory.Length; m++)
                yield return NamedTensor.Create($"{prefix}{memoryNames[m]}.{parameter.Name}", parameter.Value.Shape, memory[m]);
        }
    }

    /// <summary>Reads all, then hands back what takes it over, so that nothing has changed if a tensor is missing.</summary>
    internal Action Read(SafetensorsFile file, ParameterList parameters, string prefix)
    {
        long steps = file.Require($"{prefix}steps", 1).ToInt64s()[0];
        Dictionary<string, float[][]> read = parameters.ToDictionary(
            parameter => parameter.Name,
            parameter => memoryNames
                .Select(name => file.Require($"{prefix}{name}.{parameter.Name}", [.. parameter.Value.Shape]).ToFloats())
                .ToArray());
        return () =>
        {
            StepCount = steps;
            memories.Clear();
            foreach ((string name, float[][] memory) in read)
                memories[name] = memory;
        };
    }

    private float[][] MemoryOf(Parameter parameter)
    {
        if (!memories.TryGetValue(parameter.Name, out float[][]? memory))
        {
            memory = new float[memoryNames.Length][];
            for (int m = 0; m < memory.Length; m++)
                memory[m] = new float[parameter.Value.Count];
            memories.Add(parameter.Name, memory);
        }

        return memory;
    }
}

using Unrolled.Layers;
using Unrolled.Weights;

namespace Unrolled.Training.Optimizers;

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
        Span<double> kept = stackalloc double[memoryNames.Length];
        foreach (Parameter parameter in parameters)
        {
            float[][] memory = MemoryOf(parameter);
            float[] values = parameter.Value.Values;
            for (int i = 0; i < values.Length; i++)
            {
                for (int m = 0; m < kept.Length; m++)
                    kept[m] = memory[m][i];
                values[i] = (float)Changed(values[i], parameter.Gradient.Values[i], kept);
                for (int m = 0; m < kept.Length; m++)
                    memory[m][i] = (float)kept[m];
            }
        }
    }

    /// <summary>One number after a step.</summary>
    /// <param name="value">θ.</param>
    /// <param name="g">Its gradient.</param>
    /// <param name="memory">What the optimiser remembers of it; changed.</param>
    private protected abstract double Changed(double value, double g, Span<double> memory);

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
            memory = [.. memoryNames.Select(_ => new float[parameter.Value.Count])];
            memories.Add(parameter.Name, memory);
        }

        return memory;
    }
}

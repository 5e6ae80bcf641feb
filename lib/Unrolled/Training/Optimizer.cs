using System.Numerics;
using System.Runtime.CompilerServices;

namespace Unrolled;

/// <summary>
/// Changes parameters by their gradients, each element alone, with a memory of its own: those of layers in
/// <see cref="float"/>, those of cells in <see cref="double"/>. A change is computed in <see cref="double"/> and
/// rounded once. The memories belong to the parameters' own storage, so that one optimizer can serve several models.
/// </summary>
public abstract class Optimizer
{
    private readonly string[] memoryNames;

    // Weak, so that an optimizer keeps alive no model but that of its latest step.
    private readonly ConditionalWeakTable<Array, Memory> memories = [];

    // The storages and memories of the latest step: a loop asks for the same ones, in the same order, at every step.
    private readonly List<(Array Storage, Memory Memory)> latest = [];

    private protected Optimizer(double learningRate, params string[] memoryNames)
    {
        LearningRate = learningRate;
        this.memoryNames = memoryNames;
    }

    /// <summary>The learning rate η, finite and at least 0; a schedule may change it between steps.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative or not finite.</exception>
    public double LearningRate
    {
        get;
        set => field = TrainingCheck.RequireNotNegative(value, nameof(LearningRate));
    }

    /// <summary>The number of steps that the model of the latest step has taken, that step included.</summary>
    public long StepCount { get; private set; }

    /// <summary>Changes the parameters of layers; their gradients stay as they are.</summary>
    /// <param name="parameters">The parameters with their gradients.</param>
    public void Step(ParameterList parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        for (int p = 0; p < parameters.Count; p++)
            Step(p, parameters[p].Value.Values, parameters[p].Gradient.Values);
        parameters.MarkChanged();
    }

    /// <summary>Changes the parameters of a cell; the gradients stay as they are.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="gradients">dL/dθ, in the same order and shapes.</param>
    /// <exception cref="ArgumentException">The gradients have other names or shapes.</exception>
    public void Step(ParameterSet parameters, ParameterSet gradients)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(gradients);
        RequireSameShapes(parameters, gradients);
        for (int p = 0; p < parameters.Count; p++)
            Step(p, parameters[p].Values, gradients[p].Values);
    }

    /// <summary>Changes one parameter.</summary>
    /// <param name="values">θ; changed.</param>
    /// <param name="gradient">dL/dθ.</param>
    /// <param name="memory">The memory of each element's earlier gradients, 0 at first; changed.</param>
    /// <param name="step">The number of this step, from 1.</param>
    private protected abstract void Change<T>(Span<T> values, ReadOnlySpan<T> gradient, T[][] memory, long step)
        where T : IFloatingPointIeee754<T>;

    /// <summary>The step counts and memories of a model's parameters, under their names.</summary>
    internal IEnumerable<NamedTensor> ToTensors(ParameterList parameters, string prefix)
    {
        Memory<float>[] all = [.. parameters.Select(parameter => MemoryOf(parameter.Value.Values))];
        yield return NamedTensor.Create($"{prefix}steps", [all.Length], [.. all.Select(memory => memory.Steps)]);
        foreach ((Parameter parameter, Memory<float> memory) in parameters.Zip(all))
        {
            for (int m = 0; m < memoryNames.Length; m++)
            {
                yield return NamedTensor.Create(
                    $"{prefix}{memoryNames[m]}.{parameter.Name}", parameter.Value.Shape, memory.Values[m]);
            }
        }
    }

    /// <summary>
    /// Reads everything, and returns what applies it, so that nothing changes if a tensor is missing.
    /// </summary>
    internal Action Read(SafetensorsFile file, ParameterList parameters, string prefix)
    {
        long[] steps = file.Require($"{prefix}steps", parameters.Count).ToInt64s();
        Memory<float>[] read = [.. parameters.Select((parameter, p) => new Memory<float>(
            [.. memoryNames.Select(name =>
                file.Require($"{prefix}{name}.{parameter.Name}", [.. parameter.Value.Shape]).ToFloats())])
        { Steps = steps[p] })];
        return () =>
        {
            for (int p = 0; p < read.Length; p++)
                memories.AddOrUpdate(parameters[p].Value.Values, read[p]);
            latest.Clear();
            StepCount = steps.DefaultIfEmpty().Max();
        };
    }

    private void Step<T>(int place, T[] values, T[] gradient)
        where T : IFloatingPointIeee754<T>
    {
        if (!IsLatest(place, values))
        {
            if (place < latest.Count)
                latest.RemoveRange(place, latest.Count - place);
            latest.Add((values, MemoryOf(values)));
        }

        var memory = (Memory<T>)latest[place].Memory;
        StepCount = ++memory.Steps;
        Change(values, gradient, memory.Values, memory.Steps);
    }

    private Memory<T> MemoryOf<T>(T[] values)
    {
        if (memories.TryGetValue(values, out Memory? known))
            return (Memory<T>)known;
        Memory<T> memory = new(Zeros<T>(memoryNames.Length, values.Length));
        memories.Add(values, memory);
        return memory;
    }

    private static T[][] Zeros<T>(int rows, int columns)
    {
        T[][] zeros = new T[rows][];
        for (int row = 0; row < rows; row++)
            zeros[row] = new T[columns];
        return zeros;
    }

    private bool IsLatest(int place, Array storage) =>
        place < latest.Count && ReferenceEquals(latest[place].Storage, storage);

    // Names are compared once; at later steps a comparison of the sizes is enough, and allocates nothing.
    private void RequireSameShapes(ParameterSet parameters, ParameterSet gradients)
    {
        bool known = parameters.Count == gradients.Count;
        for (int p = 0; known && p < parameters.Count; p++)
        {
            known = parameters[p].Values.Length == gradients[p].Values.Length
                && IsLatest(p, parameters[p].Values);
        }

        if (!known)
            parameters.RequireSameShapes(gradients, nameof(gradients));
    }

    private abstract class Memory
    {
        internal long Steps { get; set; }
    }

    private sealed class Memory<T>(T[][] values) : Memory
    {
        internal T[][] Values => values;
    }
}

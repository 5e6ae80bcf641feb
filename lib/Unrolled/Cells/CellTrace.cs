using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;

namespace Unrolled;

/// <summary>
/// The quantities of every step of a run, by name: <c>trace["h"]</c> is h at every step. In a gradient the same names
/// give dL/dh at every step.
/// </summary>
/// <param name="steps">The steps in the order of time, at least one.</param>
public sealed class CellTrace(IReadOnlyList<ICellStep> steps) : IReadOnlyList<ICellStep>
{
    private readonly IReadOnlyList<ICellStep> steps = Shapes.RequireNotNull(steps);

    /// <summary>The number of steps, T.</summary>
    public int Count => steps.Count;

    /// <summary>The names that the equations give to the quantities.</summary>
    public IReadOnlyList<string> Names => field ??= [.. steps[0].Quantities.Select(quantity => quantity.Key)];

    /// <summary>The inputs, or dL/dx, at every step.</summary>
    public IReadOnlyList<Vector> Inputs => field ??= [.. steps.Select(step => step.Input)];

    /// <summary>The outputs, or dL/dy, at every step.</summary>
    public IReadOnlyList<Vector> Outputs => field ??= [.. steps.Select(step => step.Output)];

    /// <summary>The state before the first step, or its gradient.</summary>
    public State Initial => steps[0].Before;

    /// <summary>The state after the last step, or its gradient.</summary>
    public State Final => steps[^1].After;

    /// <summary>The step at t, from 0.</summary>
    public ICellStep this[int t] => steps[t];

    /// <summary>A quantity at every step.</summary>
    /// <param name="name">Its name in the equations.</param>
    /// <exception cref="KeyNotFoundException">There is none; the message lists those that there are.</exception>
    public IReadOnlyList<Vector> this[string name] =>
        ByName.TryGetValue(name, out IReadOnlyList<Vector>? quantity)
            ? quantity
            : throw new KeyNotFoundException($"No quantity {name}; there are {string.Join(", ", Names)}.");

    /// <summary>One unit of a quantity through time.</summary>
    /// <param name="name">The quantity's name in the equations.</param>
    /// <param name="unit">The unit, from 0.</param>
    public double[] Unit(string name, int unit) => [.. this[name].Select(vector => vector[unit])];

    /// <summary>A quantity through time as a matrix, [unit, time]: a step a column, as the equations have it.</summary>
    /// <param name="name">The quantity's name in the equations.</param>
    public Matrix Matrix(string name) =>
        MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfColumnVectors([.. this[name]]);

    /// <inheritdoc/>
    public IEnumerator<ICellStep> GetEnumerator() => steps.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public override string ToString() => $"{Count} steps of {string.Join(", ", Names)}";

    // Gathered once, so that a loop over t that asks for a quantity at every step takes as long as it looks.
    private Dictionary<string, IReadOnlyList<Vector>> ByName => field ??= Gathered();

    private Dictionary<string, IReadOnlyList<Vector>> Gathered()
    {
        IReadOnlyList<KeyValuePair<string, Vector>>[] quantities = [.. steps.Select(step => step.Quantities)];
        Dictionary<string, IReadOnlyList<Vector>> gathered = [];
        for (int place = 0; place < Names.Count; place++)
            gathered.Add(Names[place], [.. quantities.Select(ofStep => ofStep[place].Value)]);
        return gathered;
    }
}

/// <summary>Reads a step's quantities by name: its public vectors, as its record declares them.</summary>
internal static class NamedQuantities
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> VectorsOf = new();

    internal static IReadOnlyList<KeyValuePair<string, Vector>> Of(ICellStep step) =>
        [.. VectorsOf.GetOrAdd(step.GetType(), PublicVectors)
            .Select(property => KeyValuePair.Create(property.Name, (Vector)property.GetValue(step)!))];

    private static PropertyInfo[] PublicVectors(Type type) =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.PropertyType == typeof(Vector))];
}

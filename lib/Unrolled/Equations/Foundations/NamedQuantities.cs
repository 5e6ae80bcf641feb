using System.Collections.Concurrent;
using System.Reflection;
using Vector = MathNet.Numerics.LinearAlgebra.Vector<double>;

namespace Unrolled.Equations.Foundations;

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

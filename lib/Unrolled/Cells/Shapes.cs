using System.Runtime.CompilerServices;

namespace Unrolled;

/// <summary>Checks of shapes; the errors name the argument, its shape and the expected shape.</summary>
internal static class Shapes
{
    internal static string Of(IReadOnlyList<int> sizes) => $"[{string.Join("], [", sizes)}]";

    internal static void RequireSize(Vector vector, int size, string name)
    {
        ArgumentNullException.ThrowIfNull(vector, name);
        if (vector.Count != size)
            throw new ArgumentException($"{name} has shape [{vector.Count}]; expected [{size}].", name);
    }

    internal static void RequireFinite(Vector vector, string name)
    {
        for (int i = 0; i < vector.Count; i++)
        {
            if (!double.IsFinite(vector[i]))
                throw new ArgumentException(
                    $"{name}[{i}] is {vector[i]}; expected finite numbers in all of its shape [{vector.Count}].", name);
        }
    }

    internal static void RequireSizes(State state, IReadOnlyList<int> sizes, string name)
    {
        ArgumentNullException.ThrowIfNull(state, name);
        bool fits = state.Count == sizes.Count;
        for (int i = 0; fits && i < sizes.Count; i++)
            fits = state[i].Count == sizes[i];
        if (!fits)
            throw new ArgumentException($"{name} has shape {state}; expected {Of(sizes)}.", name);
    }

    internal static void RequireSteps(int count, int expected, string name, string ofWhat)
    {
        if (count != expected)
            throw new ArgumentException($"{name} has {count} steps; expected {expected}, as {ofWhat} has.", name);
    }

    internal static void RequireSequence(IReadOnlyList<Vector> vectors, int size, string name)
    {
        ArgumentNullException.ThrowIfNull(vectors, name);
        if (vectors.Count == 0)
            throw new ArgumentException($"{name} is an empty sequence, [0, {size}]; expected at least one step.", name);
        for (int t = 0; t < vectors.Count; t++)
        {
            RequireSize(vectors[t], size, $"{name}[{t}]");
            RequireFinite(vectors[t], $"{name}[{t}]");
        }
    }

    internal static T RequireNotNull<T>(T value, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : class
    {
        ArgumentNullException.ThrowIfNull(value, name);
        return value;
    }

    internal static IReadOnlyList<T> RequireLayers<T>(IReadOnlyList<T> layers)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(layers);
        if (layers.Count == 0)
            throw new ArgumentException("layers is empty; expected at least one layer.", nameof(layers));
        for (int l = 0; l < layers.Count; l++)
            ArgumentNullException.ThrowIfNull(layers[l], $"layers[{l}]");
        return layers;
    }

    internal static int RequirePositive(int value, string name) => value >= 1
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} is {value}; expected at least 1.");
}

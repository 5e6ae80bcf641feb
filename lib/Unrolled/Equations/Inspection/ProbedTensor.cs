using Unrolled.Equations.Foundations;
using Vector = MathNet.Numerics.LinearAlgebra.Vector<double>;

namespace Unrolled.Equations.Inspection;

/// <summary>
/// Numbers that a gradient check moves one by one, and the gradients that it holds against what it sees.
/// </summary>
public sealed class ProbedTensor
{
    private readonly Func<int, int, string> indexOf;

    private ProbedTensor(
        string name,
        string shape,
        IReadOnlyList<double[]> values,
        IReadOnlyList<double[]> gradients,
        Func<int, int, string> indexOf)
    {
        (Name, Shape, Values, Gradients) = (name, shape, values, gradients);
        this.indexOf = indexOf;
    }

    /// <summary>The name in the equations.</summary>
    public string Name { get; }

    /// <summary>The shape.</summary>
    public string Shape { get; }

    internal IReadOnlyList<double[]> Values { get; }

    internal IReadOnlyList<double[]> Gradients { get; }

    /// <summary>One tensor for every parameter.</summary>
    /// <param name="parameters">The parameters, live.</param>
    /// <param name="gradients">dL/dθ, in the same order and shapes.</param>
    public static IEnumerable<ProbedTensor> OfParameters(ParameterSet parameters, ParameterSet gradients)
    {
        parameters.RequireSameShapes(gradients, nameof(gradients));
        return parameters.Zip(gradients, (parameter, gradient) => new ProbedTensor(
            parameter.Name,
            parameter.Shape,
            [parameter.Values],
            [gradient.Values],
            (_, place) => parameter.IndexOf(place)));
    }

    /// <summary>One tensor for a whole sequence of vectors.</summary>
    /// <param name="name">Its name in the equations.</param>
    /// <param name="vectors">The vectors, live and dense, [time, element].</param>
    /// <param name="gradients">Their gradients.</param>
    public static ProbedTensor OfSequence(string name, IReadOnlyList<Vector> vectors, IReadOnlyList<Vector> gradients)
    {
        Shapes.RequireSteps(gradients.Count, vectors.Count, nameof(gradients), nameof(vectors));
        return new ProbedTensor(
            name,
            $"[{vectors.Count}, {vectors[0].Count}]",
            [.. vectors.Select(vector => vector.AsArray())],
            [.. gradients.Select(gradient => gradient.ToArray())],
            (t, element) => $"[{t}, {element}]");
    }

    /// <summary>One tensor for every vector of a state: h0, c0, and so on by layers.</summary>
    /// <param name="state">The state, live and dense.</param>
    /// <param name="gradient">Its gradient.</param>
    public static IEnumerable<ProbedTensor> OfState(State state, State gradient)
    {
        Shapes.RequireSizes(gradient, state.Sizes, nameof(gradient));
        return state.Select((part, i) => new ProbedTensor(
            $"state[{i}]",
            $"[{part.Count}]",
            [part.AsArray()],
            [gradient[i].ToArray()],
            (_, element) => $"[{element}]"));
    }

    internal string IndexOf(int piece, int place) => indexOf(piece, place);
}

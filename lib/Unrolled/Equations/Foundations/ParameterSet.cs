using System.Collections;
using System.Runtime.CompilerServices;
using MathNet.Numerics.LinearAlgebra;

namespace Unrolled.Equations.Foundations;

/// <summary>A model's parameters in the order of its equations, or their gradients in the same order.</summary>
public sealed class ParameterSet : IReadOnlyList<Parameter>
{
    private readonly List<Parameter> parameters = [];

    /// <inheritdoc/>
    public int Count => parameters.Count;

    /// <summary>How many learned numbers there are in all.</summary>
    public int NumberCount => parameters.Sum(parameter => parameter.Values.Length);

    /// <summary>The Euclidean norm of all numbers taken as one vector.</summary>
    public double Norm => Math.Sqrt(parameters.Sum(parameter => parameter.Values.Sum(value => value * value)));

    /// <inheritdoc/>
    public Parameter this[int index] => parameters[index];

    /// <summary>The parameter of that name.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message lists those that there are.</exception>
    public Parameter this[string name] => parameters.Find(parameter => parameter.Name == name)
        ?? throw new KeyNotFoundException($"No parameter {name}; there are {string.Join(", ", parameters)}.");

    /// <summary>Adds a matrix under the name that it is written with.</summary>
    public void Add(Matrix<double> matrix, [CallerArgumentExpression(nameof(matrix))] string name = "") =>
        parameters.Add(new Parameter(name, matrix));

    /// <summary>Adds a vector under the name that it is written with.</summary>
    public void Add(Vector<double> vector, [CallerArgumentExpression(nameof(vector))] string name = "") =>
        parameters.Add(new Parameter(name, vector));

    /// <summary>Adds a parameter.</summary>
    public void Add(Parameter parameter) => parameters.Add(parameter);

    /// <summary>Adds another model's parameters, such as a layer's, under its prefix.</summary>
    public void Add(string prefix, ParameterSet others) =>
        parameters.AddRange(others.Select(other => other.Renamed($"{prefix}.{other.Name}")));

    /// <summary>Sets every number to 0.</summary>
    public void Clear()
    {
        foreach (var parameter in parameters)
            Array.Clear(parameter.Values);
    }

    /// <summary>Multiplies every number by a factor.</summary>
    public void Scale(double factor)
    {
        foreach (var parameter in parameters)
        {
            for (int i = 0; i < parameter.Values.Length; i++)
                parameter.Values[i] *= factor;
        }
    }

    /// <summary>Adds to every number the one in its place in a set of the same names and shapes.</summary>
    /// <exception cref="ArgumentException">A name or shape differs.</exception>
    public void Accumulate(ParameterSet more)
    {
        RequireSameShapes(more, nameof(more));
        for (int p = 0; p < Count; p++)
        {
            for (int i = 0; i < this[p].Values.Length; i++)
                this[p].Values[i] += more[p].Values[i];
        }
    }

    /// <summary>Copies every number from a set of the same names and shapes.</summary>
    /// <exception cref="ArgumentException">A name or shape differs.</exception>
    public void CopyFrom(ParameterSet source)
    {
        RequireSameShapes(source, nameof(source));
        for (int i = 0; i < Count; i++)
            source[i].Values.CopyTo(this[i].Values, 0);
    }

    /// <inheritdoc/>
    public IEnumerator<Parameter> GetEnumerator() => parameters.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void RequireSameShapes(ParameterSet other, string name)
    {
        ArgumentNullException.ThrowIfNull(other, name);
        bool same = other.Select(parameter => parameter.ToString())
            .SequenceEqual(parameters.Select(parameter => parameter.ToString()));
        if (!same)
            throw new ArgumentException(
                $"{name} has {string.Join(", ", other)}; expected {string.Join(", ", parameters)}.", name);
    }
}

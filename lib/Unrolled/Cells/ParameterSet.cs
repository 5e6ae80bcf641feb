using System.Collections;
using System.Runtime.CompilerServices;
using MathNet.Numerics.LinearAlgebra;

namespace Unrolled;

/// <summary>A model's parameters in the order of its equations, or their gradients in the same order.</summary>
public sealed class ParameterSet : IReadOnlyList<ParameterView>
{
    private readonly List<ParameterView> parameters = [];

    /// <inheritdoc/>
    public int Count => parameters.Count;

    /// <summary>The total number of elements of all parameters.</summary>
    public int ParameterCount => parameters.Sum(parameter => parameter.Values.Length);

    /// <summary>The Euclidean norm of all numbers taken as one vector.</summary>
    public double Norm => Math.Sqrt(parameters.Sum(parameter => parameter.Values.Sum(value => value * value)));

    /// <inheritdoc/>
    public ParameterView this[int index] => parameters[index];

    /// <summary>The parameter of that name.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message lists those that there are.</exception>
    public ParameterView this[string name] => parameters.Find(parameter => parameter.Name == name)
        ?? throw new KeyNotFoundException($"No parameter {name}; there are {string.Join(", ", parameters)}.");

    /// <summary>Adds a matrix under the name that it is written with.</summary>
    public void Add(Matrix<double> matrix, [CallerArgumentExpression(nameof(matrix))] string name = "") =>
        parameters.Add(new ParameterView(name, matrix));

    /// <summary>Adds a vector under the name that it is written with.</summary>
    public void Add(Vector<double> vector, [CallerArgumentExpression(nameof(vector))] string name = "") =>
        parameters.Add(new ParameterView(name, vector));

    /// <summary>Adds a parameter.</summary>
    public void Add(ParameterView parameter) => parameters.Add(Shapes.RequireNotNull(parameter));

    /// <summary>Adds another model's parameters, such as a layer's, under its prefix.</summary>
    public void Add(string prefix, ParameterSet others) =>
        parameters.AddRange(Shapes.RequireNotNull(others).Select(other => other.Renamed($"{prefix}.{other.Name}")));

    /// <summary>Sets every number to 0.</summary>
    public void Clear()
    {
        foreach (var parameter in parameters)
            Array.Clear(parameter.Values);
    }

    /// <summary>Draws every number from U[−bound, bound), in order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The bound is negative or not finite.</exception>
    internal void DrawUniform(double bound, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        foreach (var parameter in parameters)
        {
            for (int i = 0; i < parameter.Values.Length; i++)
                parameter.Values[i] = Uniform.Draw(bound, random);
        }
    }

    /// <summary>Draws every number from the standard normal distribution, in order.</summary>
    internal void DrawNormal(Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        foreach (var parameter in parameters)
        {
            for (int i = 0; i < parameter.Values.Length; i++)
                parameter.Values[i] = Gaussian.Draw(1, random);
        }
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

    /// <summary>‖a − b‖, the Euclidean distance from a set of the same names and shapes.</summary>
    /// <exception cref="ArgumentException">A name or shape differs.</exception>
    public double DistanceTo(ParameterSet other) => Math.Sqrt(SumOf(other, (a, b) => (a - b) * (a - b)));

    /// <summary>a · b, the inner product with a set of the same names and shapes.</summary>
    /// <exception cref="ArgumentException">A name or shape differs.</exception>
    public double Dot(ParameterSet other) => SumOf(other, (a, b) => a * b);

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
    public IEnumerator<ParameterView> GetEnumerator() => parameters.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private double SumOf(ParameterSet other, Func<double, double, double> term)
    {
        RequireSameShapes(other, nameof(other));
        return this.Zip(other, (mine, its) => mine.Values.Zip(its.Values, term).Sum()).Sum();
    }

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

/// <summary>
/// A named matrix or vector of parameters. It is a view: <see cref="Values"/> are the model's own, so an
/// optimiser or a gradient check that writes to them changes the model.
/// </summary>
public sealed class ParameterView
{
    /// <summary>A view of a matrix.</summary>
    /// <param name="name">Its name in the equations.</param>
    /// <param name="matrix">A dense matrix.</param>
    public ParameterView(string name, Matrix<double> matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        (Name, Rows, Columns, IsVector) = (name, matrix.RowCount, matrix.ColumnCount, false);
        Values = matrix.AsColumnMajorArray()
            ?? throw new ArgumentException($"{name} is not a dense matrix.", nameof(matrix));
    }

    /// <summary>A view of a vector.</summary>
    /// <param name="name">Its name in the equations.</param>
    /// <param name="vector">A dense vector.</param>
    public ParameterView(string name, Vector<double> vector)
    {
        ArgumentNullException.ThrowIfNull(vector);
        (Name, Rows, Columns, IsVector) = (name, vector.Count, 1, true);
        Values = vector.AsArray()
            ?? throw new ArgumentException($"{name} is not a dense vector.", nameof(vector));
    }

    private ParameterView(string name, ParameterView other)
    {
        (Name, Rows, Columns, IsVector, Values) = (name, other.Rows, other.Columns, other.IsVector, other.Values);
    }

    /// <summary>The name in the equations, such as U.</summary>
    public string Name { get; }

    /// <summary>The number of rows; of a vector, of elements.</summary>
    public int Rows { get; }

    /// <summary>The number of columns; of a vector, 1.</summary>
    public int Columns { get; }

    /// <summary>Whether it is a vector.</summary>
    public bool IsVector { get; }

    /// <summary>The numbers, live, column after column.</summary>
    public double[] Values { get; }

    /// <summary>The number in a row and column.</summary>
    public double this[int row, int column = 0]
    {
        get => Values[column * Rows + row];
        set => Values[column * Rows + row] = value;
    }

    /// <summary>[rows, columns], or [elements].</summary>
    public string Shape => IsVector ? $"[{Rows}]" : $"[{Rows}, {Columns}]";

    /// <summary>
    /// The index of an element of <see cref="Values"/> in the parameter: [row, column], or [element].
    /// </summary>
    public string IndexOf(int place) => IsVector ? $"[{place}]" : $"[{place % Rows}, {place / Rows}]";

    /// <summary>The same numbers under another name.</summary>
    public ParameterView Renamed(string name) => new(name, this);

    /// <inheritdoc/>
    public override string ToString() => $"{Name} {Shape}";
}

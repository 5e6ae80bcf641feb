using MathNet.Numerics.LinearAlgebra;

namespace Unrolled.Equations.Foundations;

/// <summary>
/// A named matrix or vector of learned numbers. It is a view: <see cref="Values"/> are the model's own, so an
/// optimiser or a gradient check that writes to them changes the model.
/// </summary>
public sealed class Parameter
{
    /// <summary>A view of a matrix.</summary>
    /// <param name="name">Its name in the equations.</param>
    /// <param name="matrix">A dense matrix.</param>
    public Parameter(string name, Matrix<double> matrix)
    {
        (Name, Rows, Columns, IsVector) = (name, matrix.RowCount, matrix.ColumnCount, false);
        Values = matrix.AsColumnMajorArray()
            ?? throw new ArgumentException($"{name} is not a dense matrix.", nameof(matrix));
    }

    /// <summary>A view of a vector.</summary>
    /// <param name="name">Its name in the equations.</param>
    /// <param name="vector">A dense vector.</param>
    public Parameter(string name, Vector<double> vector)
    {
        (Name, Rows, Columns, IsVector) = (name, vector.Count, 1, true);
        Values = vector.AsArray()
            ?? throw new ArgumentException($"{name} is not a dense vector.", nameof(vector));
    }

    private Parameter(string name, Parameter other)
    {
        (Name, Rows, Columns, IsVector, Values) = (name, other.Rows, other.Columns, other.IsVector, other.Values);
    }

    /// <summary>The name in the equations, such as W_c.</summary>
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

    /// <summary>Where the number at a place of <see cref="Values"/> stands: [row, column], or [element].</summary>
    public string IndexOf(int place) => IsVector ? $"[{place}]" : $"[{place % Rows}, {place / Rows}]";

    /// <summary>The same numbers under another name.</summary>
    public Parameter Renamed(string name) => new(name, this);

    /// <inheritdoc/>
    public override string ToString() => $"{Name} {Shape}";
}

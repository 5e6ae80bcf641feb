using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using MathNet.Numerics.LinearAlgebra;

namespace Unrolled;

/// <summary>
/// The numbers of an answer: of a scalar, an array, a vector, a matrix, or several of these.
/// </summary>
/// <param name="Shape">Their number and arrangement in words: "3 numbers", "2 × 3".</param>
/// <param name="Values">All of them, row by row.</param>
internal sealed record Numbers(string Shape, double[] Values)
{
    private const string Scalar = "one number";

    /// <summary>The values that mark a missing number.</summary>
    public static Numbers None { get; } = new("nothing", []);

    /// <summary>The numbers of a value.</summary>
    /// <exception cref="ArgumentException">The value holds something else than numbers.</exception>
    public static Numbers Of(object? value) => value switch
    {
        null => None,
        double or float or int or long => new(Scalar, [Convert.ToDouble(value, CultureInfo.InvariantCulture)]),
        Matrix<double> matrix => Grid(matrix.RowCount, matrix.ColumnCount, matrix.ToRowMajorArray()),
        double[,] grid => Grid(grid.GetLength(0), grid.GetLength(1), [.. grid.Cast<double>()]),
        ITuple tuple => Several([.. Enumerable.Range(0, tuple.Length).Select(i => Of(tuple[i]))]),
        IEnumerable items and not string => Several([.. items.Cast<object?>().Select(Of)]),
        _ => throw new ArgumentException(
            $"Numbers are compared here (scalars, arrays, vectors, matrices), and a {value.GetType().Name} is none.",
            nameof(value)),
    };

    /// <summary>Whether the numbers are equal to the expected ones.</summary>
    /// <param name="expected">The expected numbers.</param>
    /// <param name="tolerance">The largest error of a number, relative to the expected one, absolute below 1.</param>
    public bool Agree(Numbers expected, double tolerance) =>
        Shape == expected.Shape
            && Values.Zip(expected.Values).All(pair => AreClose(pair.First, pair.Second, tolerance));

    /// <summary>
    /// The reason why the numbers cannot be compared with the expected ones; null if they can.
    /// </summary>
    public string? Mismatch(Numbers expected)
    {
        if (Shape != expected.Shape)
            return $"expected {expected.Shape}, and there is {Shape}";
        int nan = Array.FindIndex(Values, double.IsNaN);
        return nan < 0 || double.IsNaN(expected.Values[nan]) ? null : $"number {nan + 1} is NaN, which is not a number";
    }

    // Near an infinite number is that number alone.
    private static bool AreClose(double actual, double expected, double tolerance) =>
        actual.Equals(expected) || (double.IsFinite(expected)
            && Math.Abs(actual - expected) <= tolerance * Math.Max(1, Math.Abs(expected)));

    private static Numbers Grid(int rows, int columns, double[] values) => new($"{rows} × {columns}", values);

    private static Numbers Several(Numbers[] parts)
    {
        double[] values = [.. parts.SelectMany(part => part.Values)];
        if (parts.All(part => part.Shape == Scalar))
            return new(Row(parts.Length), values);
        bool areRows = parts.All(part => part.Shape == Row(part.Values.Length))
            && parts.All(part => part.Shape == parts[0].Shape);
        return areRows
            ? Grid(parts.Length, parts[0].Values.Length, values)
            : new(string.Join(" and ", parts.Select(part => part.Shape)), values);
    }

    private static string Row(int count) => count == 1 ? "1 number in a row" : $"{count} numbers";
}

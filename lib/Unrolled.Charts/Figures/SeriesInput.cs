using System.Collections.Immutable;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Unrolled;

/// <summary>
/// The values that a caller passes for one series, checked; its errors name the figure and the series.
/// </summary>
internal readonly partial record struct SeriesInput(string Figure, string Series)
{
    // Differences of drawn values stay finite.
    private const double Largest = 1e300;

    public double[] Values<T>(IEnumerable<T> values, string role) where T : INumber<T>
    {
        ArgumentNullException.ThrowIfNull(values);
        double[] numbers = [.. values.Select(double.CreateChecked)];
        if (numbers.Length == 0)
            throw new ArgumentException($"{Figure}, {Series}: {role} has no values.");
        for (int index = 0; index < numbers.Length; index++)
            Drawable(numbers[index], $"{role}[{index}]");
        return numbers;
    }

    public double[,] Matrix<T>(T[,] values) where T : INumber<T>
    {
        var matrix = new double[values.GetLength(0), values.GetLength(1)];
        if (matrix.Length == 0)
            throw new ArgumentException(
                $"{Figure}, {Series}: the matrix has {matrix.GetLength(0)} rows and {matrix.GetLength(1)} columns.");
        for (int row = 0; row < matrix.GetLength(0); row++)
            for (int column = 0; column < matrix.GetLength(1); column++)
                Drawable(matrix[row, column] = double.CreateChecked(values[row, column]), $"values[{row}, {column}]");
        return matrix;
    }

    public ImmutableArray<string> Names(IEnumerable<string>? names, int count, string what)
    {
        ImmutableArray<string> all = [.. names ?? []];
        return names is null || all.Length == count
            ? all
            : throw new ArgumentException($"{Figure}, {Series}: {count} {what} and {all.Length} names for them.");
    }

    public void SameLength(double[] first, string firstRole, double[] second, string secondRole)
    {
        if (first.Length != second.Length)
            throw new ArgumentException(
                $"{Figure}, {Series}: {firstRole} has {first.Length} values and {secondRole} has {second.Length}; "
                + "they must be as many.");
    }

    public string Colour(string colour) => HexColour().IsMatch(colour)
        ? colour.ToLowerInvariant()
        : throw new ArgumentException($"{Figure}, {Series}: colour \"{colour}\" is not of the form #rrggbb.");

    private void Drawable(double value, string place)
    {
        if (Math.Abs(value) > Largest)
            throw new ArgumentException(
                $"{Figure}, {Series}: {place} = {NumberText.Short(value)} has no place on an axis, "
                + "which ends at 10³⁰⁰. Use NaN for a gap.");
    }

    [GeneratedRegex("^#[0-9a-fA-F]{6}$")]
    private static partial Regex HexColour();
}

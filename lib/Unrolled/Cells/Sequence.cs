
namespace Unrolled;

/// <summary>Conversions of numbers into sequences of vectors.</summary>
public static class Sequence
{
    /// <summary>A sequence of vectors of one element, [time, 1].</summary>
    public static Vector[] OfScalars(IEnumerable<double> values) =>
        [.. Shapes.RequireNotNull(values).Select(value => Vector.Build.Dense(1, value))];

    /// <summary>A sequence of vectors, [time, element], one for each row.</summary>
    public static Vector[] OfRows(IEnumerable<IEnumerable<double>> rows) =>
        [.. Shapes.RequireNotNull(rows).Select(row => Vector.Build.DenseOfEnumerable(row))];

    /// <summary>A sequence of one-hot vectors, [time, <paramref name="size"/>].</summary>
    /// <exception cref="ArgumentOutOfRangeException">A symbol is not in 0 … size − 1.</exception>
    public static Vector[] OneHot(IEnumerable<int> symbols, int size) =>
        [.. Shapes.RequireNotNull(symbols).Select(symbol => OneHot(symbol, size))];

    /// <summary>A vector, [<paramref name="size"/>], that is 1 at one place and 0 elsewhere.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The symbol is not in 0 … size − 1.</exception>
    public static Vector OneHot(int symbol, int size)
    {
        if (symbol < 0 || symbol >= size)
            throw new ArgumentOutOfRangeException(
                nameof(symbol), symbol, $"symbol is {symbol}; expected 0 to {size - 1}.");
        var vector = Vector.Build.Dense(size);
        vector[symbol] = 1;
        return vector;
    }
}

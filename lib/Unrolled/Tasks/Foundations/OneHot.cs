namespace Unrolled.Tasks.Foundations;

/// <summary>Symbols as vectors that are 1 at the symbol's place and 0 elsewhere.</summary>
internal static class OneHot
{
    internal static double[][] Of(IEnumerable<int> symbols, int size) =>
        [.. symbols.Select(symbol => Of(symbol, size))];

    internal static double[] Of(int symbol, int size)
    {
        double[] vector = new double[size];
        vector[symbol] = 1;
        return vector;
    }
}


namespace Unrolled;

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

/// <summary>Fair coins, and how a network reads them.</summary>
internal static class Bits
{
    internal static int[] Draw(int length, Random random)
    {
        int[] bits = new int[length];
        for (int t = 0; t < length; t++)
            bits[t] = random.Next(2);
        return bits;
    }

    internal static double[][] AsInputs(IEnumerable<int> bits) => [.. bits.Select(bit => new double[] { bit })];
}

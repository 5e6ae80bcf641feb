using MathNet.Numerics.Random;

namespace Unrolled.Tasks.Foundations;

/// <summary>Fair coins, and how a network reads them.</summary>
internal static class Bits
{
    internal static int[] Draw(int length, RandomSource random)
    {
        int[] bits = new int[length];
        for (int t = 0; t < length; t++)
            bits[t] = random.Next(2);
        return bits;
    }

    internal static double[][] AsInputs(IEnumerable<int> bits) => [.. bits.Select(bit => new double[] { bit })];
}

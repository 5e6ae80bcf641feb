
namespace Unrolled;

/// <summary>
/// Temporal XOR (Elman 1990): a stream of bits in threes, of which the first two are random and the third is their
/// exclusive or. The task is to predict every next bit. Only every third can be predicted, and only with a memory of
/// the last two and of the place within the three, which nothing marks.
/// <para>
/// Invariant: Bits[3k + 2] = Bits[3k] ⊕ Bits[3k + 1], every bit is 0 or 1, and the same seed gives the same bits.
/// </para>
/// </summary>
public sealed class TemporalXor
{
    private TemporalXor(double[] bits) => Bits = bits;

    /// <summary>The stream.</summary>
    public IReadOnlyList<double> Bits { get; }

    /// <summary>The inputs: every bit but the last.</summary>
    public IEnumerable<double> Inputs => Bits.SkipLast(1);

    /// <summary>The targets: every bit but the first. Targets[t] follows Inputs[t].</summary>
    public IEnumerable<double> Targets => Bits.Skip(1);

    /// <summary>The stream as an example, [bits − 1, 1], with a target at every step.</summary>
    public ValueExample ToExample() => ValueExample.AtEveryStep(Column(Inputs), Column(Targets));

    /// <summary>Draws a stream.</summary>
    /// <param name="bitCount">Its length, a multiple of 3; 3,000 in the paper.</param>
    /// <param name="random">The seeded source.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is not a positive multiple of 3.</exception>
    public static TemporalXor Generate(int bitCount, Random random)
    {
        if (bitCount <= 0 || bitCount % 3 != 0)
            throw new ArgumentOutOfRangeException(
                nameof(bitCount), bitCount, $"bitCount is {bitCount}; expected a positive multiple of 3.");
        double[] bits = new double[bitCount];
        for (int k = 0; k < bitCount; k += 3)
        {
            int a = random.Next(2);
            int b = random.Next(2);
            (bits[k], bits[k + 1], bits[k + 2]) = (a, b, a ^ b);
        }

        return new TemporalXor(bits);
    }

    /// <summary>Whether Targets[<paramref name="t"/>] is the exclusive or of the two bits before it.</summary>
    public static bool IsPredictable(int t) => (t + 1) % 3 == 2;

    private static double[][] Column(IEnumerable<double> bits) => [.. bits.Select(bit => new[] { bit })];
}


namespace Unrolled;

/// <summary>
/// Temporal XOR (Elman 1990): a stream of bits in threes, of which the first two are random and the third is their
/// exclusive or. The task is to predict every next bit. Only every third can be predicted, and only with a memory of
/// the last two and of the place within the three, which nothing marks.
/// <para>
/// Invariant: Bits[3k + 2] = Bits[3k] ⊕ Bits[3k + 1] where no bit was dropped, every bit is 0 or 1, and the same seed
/// gives the same bits.
/// </para>
/// </summary>
public sealed class TemporalXor
{
    private TemporalXor(double[] bits, int dropped = 0) => (Bits, Dropped) = (bits, dropped);

    /// <summary>The stream.</summary>
    public IReadOnlyList<double> Bits { get; }

    /// <summary>The number of bits dropped from the start: 0 where the stream begins with a three.</summary>
    public int Dropped { get; }

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

    /// <summary>
    /// Whether Targets[<paramref name="t"/>] is the exclusive or of the two bits before it, in a stream from which
    /// nothing was dropped. In any other, ask for t + <see cref="Dropped"/>.
    /// </summary>
    public static bool IsPredictable(int t) => (t + 1) % 3 == 2;

    /// <summary>The stream without its first bits, so that it can begin anywhere in a three.</summary>
    /// <param name="count">The number of bits to drop, at least 0; two bits must stay.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative, or too few bits would stay.</exception>
    public TemporalXor WithoutFirst(int count)
    {
        if (count < 0 || count > Bits.Count - 2)
            throw new ArgumentOutOfRangeException(
                nameof(count), count, $"count is {count}; expected 0 to {Bits.Count - 2}, so that two bits stay.");
        return new TemporalXor([.. Bits.Skip(count)], Dropped + count);
    }

    /// <summary>
    /// The probability that the next bit is 1, for someone who knows the rule and the bits that were seen, and to whom
    /// every place in the three is equally likely for the first of them (Bayes). No other prediction from these bits
    /// has a smaller mean squared error.
    /// </summary>
    /// <param name="seen">The bits seen, oldest first, a stretch of a stream.</param>
    /// <exception cref="ArgumentException">No stream has these bits in a row.</exception>
    public static double ProbabilityOfOne(IReadOnlyList<double> seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
        double certain = 0, ones = 0;
        for (int first = 0; first < 3; first++)
        {
            double weight = Likelihood(first);
            bool isXor = (first + seen.Count) % 3 == 2 && seen.Count >= 2;
            certain += weight;
            ones += weight * (isXor ? Xor(seen.Count) : .5);
        }

        return certain > 0
            ? ones / certain
            : throw new ArgumentException("No stream has these bits in a row.", nameof(seen));

        double Xor(int t) => seen[t - 1] == seen[t - 2] ? 0 : 1;

        // In proportion: a bit that the rule foresees is twice as likely as one that it leaves open.
        double Likelihood(int first) => Enumerable.Range(2, Math.Max(0, seen.Count - 2))
            .Where(t => (first + t) % 3 == 2)
            .Aggregate(1.0, (weight, t) => seen[t] == Xor(t) ? 2 * weight : 0);
    }

    private static double[][] Column(IEnumerable<double> bits) => [.. bits.Select(bit => new[] { bit })];
}

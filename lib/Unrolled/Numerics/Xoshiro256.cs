using System.Numerics;

namespace Unrolled;

/// <summary>
/// The generator xoshiro256** (Blackman and Vigna 2021, Scrambled Linear Pseudorandom Number Generators), started by
/// splitmix64 from a seed: the same numbers on every machine. A notebook draws everything from one of these.
/// </summary>
/// <remarks>Not safe for use by several threads at once: give each thread, or each seed, its own.</remarks>
public sealed class Xoshiro256 : Random
{
    private ulong s0;
    private ulong s1;
    private ulong s2;
    private ulong s3;

    /// <summary>A generator whose numbers depend on the seed alone.</summary>
    /// <param name="seed">The seed; any number.</param>
    public Xoshiro256(int seed)
    {
        ulong state = (ulong)seed;
        (s0, s1, s2, s3) = (SplitMix64(ref state), SplitMix64(ref state), SplitMix64(ref state), SplitMix64(ref state));
    }

    /// <summary>The four words of the state, for checkpoints.</summary>
    /// <exception cref="ArgumentException">There are not four words, or all of them are 0.</exception>
    internal long[] State
    {
        get => [(long)s0, (long)s1, (long)s2, (long)s3];
        set
        {
            if (value.Length != 4 || value.All(word => word == 0))
                throw new ArgumentException(
                    "The state of the generator must be four words that are not all 0.", nameof(value));
            (s0, s1, s2, s3) = ((ulong)value[0], (ulong)value[1], (ulong)value[2], (ulong)value[3]);
        }
    }

    /// <summary>An integer from 0 to 2³¹ − 2.</summary>
    public override int Next()
    {
        while (true)
        {
            int drawn = (int)(NextWord() & int.MaxValue);
            if (drawn != int.MaxValue)
                return drawn;
        }
    }

    /// <summary>An integer from 0 to below a bound, all of them equally likely.</summary>
    /// <param name="maxValue">The bound, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bound is below 1.</exception>
    public override int Next(int maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxValue, 1);
        if (maxValue == 1)
            return 0;
        return maxValue == int.MaxValue ? Next() : (int)NextBelow((uint)maxValue);
    }

    /// <summary>An integer from a first one to below a bound, all of them equally likely.</summary>
    /// <param name="minValue">The first.</param>
    /// <param name="maxValue">The bound, above the first.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bound is not above the first.</exception>
    public override int Next(int minValue, int maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(minValue, maxValue);
        uint range = (uint)((long)maxValue - minValue);
        if (minValue == 0)
            return Next(maxValue);
        return range == 1 ? minValue : (int)(minValue + (long)NextBelow(range));
    }

    /// <summary>An integer from 0 to 2⁶³ − 2.</summary>
    public override long NextInt64() => NextInt64(long.MaxValue);

    /// <inheritdoc cref="Next(int)"/>
    public override long NextInt64(long maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxValue, 1);
        return maxValue == 1 ? 0 : (long)NextBelow((ulong)maxValue);
    }

    /// <inheritdoc cref="Next(int, int)"/>
    public override long NextInt64(long minValue, long maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(minValue, maxValue);
        ulong range = (ulong)maxValue - (ulong)minValue;
        return range == 1 ? minValue : (long)((ulong)minValue + NextBelow(range));
    }

    /// <summary>A number from [0, 1): one of the 2⁵³ multiples of 2⁻⁵³.</summary>
    public override double NextDouble() => (NextWord() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A number from [0, 1): one of the 2²⁴ multiples of 2⁻²⁴.</summary>
    public override float NextSingle() => (NextWord() >> 40) * (1.0f / (1U << 24));

    /// <summary>Fills a buffer with random bytes.</summary>
    public override void NextBytes(byte[] buffer)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        NextBytes(buffer.AsSpan());
    }

    /// <summary>Fills a buffer with random bytes.</summary>
    public override void NextBytes(Span<byte> buffer)
    {
        for (int i = 0; i < buffer.Length;)
        {
            ulong word = NextWord();
            for (int k = 0; k < 8 && i < buffer.Length; k++, i++, word >>= 8)
                buffer[i] = (byte)word;
        }
    }

    /// <inheritdoc/>
    protected override double Sample() => NextDouble();

    // The fewest highest bits that hold the range; a number outside it is drawn again, so that all are equally likely.
    private ulong NextBelow(ulong range)
    {
        int bits = 64 - BitOperations.LeadingZeroCount(range - 1);
        while (true)
        {
            ulong drawn = NextWord() >> (64 - bits);
            if (drawn < range)
                return drawn;
        }
    }

    private ulong NextWord()
    {
        ulong result = BitOperations.RotateLeft(s1 * 5, 7) * 9;
        ulong shifted = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        s3 = BitOperations.RotateLeft(s3, 45);
        return result;
    }

    private static ulong SplitMix64(ref ulong state)
    {
        ulong z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}

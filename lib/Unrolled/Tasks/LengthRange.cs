
namespace Unrolled;

/// <summary>
/// The lengths of sequences: every length from the shortest to the longest, both included, is equally likely.
/// </summary>
public readonly record struct LengthRange
{
    /// <summary>A range of lengths.</summary>
    /// <param name="shortest">The shortest, in steps; at least 1.</param>
    /// <param name="longest">The longest, in steps.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The shortest is not positive, or the longest is shorter.
    /// </exception>
    public LengthRange(int shortest, int longest)
    {
        Shortest = Require.AtLeast(shortest, 1);
        Longest = Require.AtLeast(longest, shortest);
    }

    /// <summary>The shortest, in steps.</summary>
    public int Shortest { get; }

    /// <summary>The longest, in steps.</summary>
    public int Longest { get; }

    /// <summary>From T to T + T/10, as in Hochreiter and Schmidhuber 1997.</summary>
    /// <param name="shortest">T.</param>
    public static LengthRange TenthMore(int shortest) => new(shortest, shortest + shortest / 10);

    /// <summary>One length for all.</summary>
    /// <param name="length">The length, in steps.</param>
    public static implicit operator LengthRange(int length) => new(length, length);

    /// <summary>"T = 100" or "T = 100–110".</summary>
    public override string ToString() => Shortest == Longest ? $"T = {Shortest}" : $"T = {Shortest}–{Longest}";

    internal int Draw(Random random) => random.Next(Shortest, Longest + 1);
}

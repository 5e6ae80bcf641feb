
namespace Unrolled;

/// <summary>
/// The smallest task for an encoder and a decoder: a random sequence is to be written as it is, or backwards. As the
/// source may be read forwards or reversed (Sutskever, Vinyals and Le 2014), there are four combinations; reading
/// reversed and writing forwards brings the beginnings close together.
/// <para>
/// Source and Target [n], symbols 0 … A − 1, with n drawn from the lengths. Baseline: writing n symbols at random is
/// right as a whole with probability E[A⁻ⁿ]. Invariant: Target is Source, or Source reversed if exactly one of the two
/// is <see cref="ReadingOrder.Reversed"/>.
/// </para>
/// </summary>
/// <param name="source">How the source is read.</param>
/// <param name="target">How the target is written.</param>
/// <param name="lengths">n; 5 … 12 if not given.</param>
/// <param name="symbols">A, at least 2.</param>
/// <exception cref="ArgumentOutOfRangeException">A is less than 2, or the lengths are not positive.</exception>
public sealed class SequenceCopyTask(
    ReadingOrder source = ReadingOrder.Forward,
    ReadingOrder target = ReadingOrder.Forward,
    LengthRange? lengths = null,
    int symbols = 12) : ITask<SequencePair>
{
    /// <summary>How the source is read.</summary>
    public ReadingOrder Source { get; } = source;

    /// <summary>How the target is written.</summary>
    public ReadingOrder Target { get; } = target;

    /// <summary>n.</summary>
    public LengthRange Lengths { get; } = Require.AtLeast(lengths ?? new LengthRange(5, 12), 1);

    /// <summary>A, the number of different symbols.</summary>
    public int Symbols { get; } = Require.AtLeast(symbols, 2);

    /// <inheritdoc/>
    public string Name =>
        $"Sequence copy, {Source.ToString().ToLowerInvariant()} to {Target.ToString().ToLowerInvariant()}, {Lengths}";

    /// <inheritdoc/>
    public int InputSize => Symbols;

    /// <inheritdoc/>
    public int OutputSize => Symbols;

    /// <inheritdoc/>
    public Baseline Baseline => new(
        ScoreMeasure.ExactMatch,
        Enumerable.Range(Lengths.Shortest, Lengths.Longest - Lengths.Shortest + 1).Average(n => Math.Pow(Symbols, -n)),
        "as many symbols as the source has, at random");

    /// <inheritdoc/>
    public SequencePair Draw(Random random)
    {
        int[] symbols = new int[Lengths.Draw(random)];
        for (int t = 0; t < symbols.Length; t++)
            symbols[t] = random.Next(Symbols);
        return new SequencePair(InOrder(symbols, Source), InOrder(symbols, Target));
    }

    private static int[] InOrder(int[] symbols, ReadingOrder reading) =>
        reading == ReadingOrder.Reversed ? [.. symbols.AsEnumerable().Reverse()] : [.. symbols];
}

/// <summary>The order in which a sequence is read or written.</summary>
public enum ReadingOrder
{
    /// <summary>From its beginning to its end.</summary>
    Forward,

    /// <summary>From its end to its beginning.</summary>
    Reversed,
}

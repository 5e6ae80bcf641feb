namespace Unrolled;

/// <summary>
/// A cloze test (Taylor 1953) of letters: a piece of a text in which every n-th symbol is blank, and at a blank the
/// symbol is asked for. What is before a blank and what is after it both tell of it.
/// <para>
/// Inputs [T, A + 1]: the symbol, one-hot, or the blank, the last feature. Targets [T]: the class of the symbol at a
/// blank. The blanks are the steps n/2, n/2 + n, … (rounded down, from 0); the other steps are masked. Baseline: always
/// the most frequent symbol.
/// </para>
/// </summary>
public sealed class ClozeTask : ITask<ClassExample>
{
    private readonly int[] text;

    /// <summary>The task of one text.</summary>
    /// <param name="text">The symbols, from 0, at least T.</param>
    /// <param name="symbols">A, the number of different symbols.</param>
    /// <param name="length">T, a multiple of n.</param>
    /// <param name="every">n, at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">n is less than 2, or T is not a multiple of it.</exception>
    /// <exception cref="ArgumentException">The text is shorter than T, or has another symbol.</exception>
    public ClozeTask(IReadOnlyList<int> text, int symbols, int length = 40, int every = 5)
    {
        ArgumentNullException.ThrowIfNull(text);
        Require.AtLeast(symbols, 1);
        Every = Require.AtLeast(every, 2);
        Length = length >= every && length % every == 0
            ? length
            : throw new ArgumentOutOfRangeException(
                nameof(length), length, $"length is {length}; expected a multiple of {every}.");
        if (text.Count < length)
            throw new ArgumentException($"text has {text.Count} symbols; expected at least {length}.", nameof(text));
        for (int t = 0; t < text.Count; t++)
        {
            if (text[t] < 0 || text[t] >= symbols)
                throw new ArgumentException($"text[{t}] is {text[t]}; expected 0 to {symbols - 1}.", nameof(text));
        }

        (this.text, Symbols) = ([.. text], symbols);
    }

    /// <summary>A, the number of different symbols; the blank is one more.</summary>
    public int Symbols { get; }

    /// <summary>T.</summary>
    public int Length { get; }

    /// <summary>n.</summary>
    public int Every { get; }

    /// <inheritdoc/>
    public string Name => $"Cloze, every {Every} symbols, T = {Length}";

    /// <inheritdoc/>
    public int InputSize => Symbols + 1;

    /// <inheritdoc/>
    public int OutputSize => Symbols;

    /// <inheritdoc/>
    public Baseline Baseline => new(
        ScoreMeasure.Accuracy, text.CountBy(symbol => symbol).Max(one => one.Value) / (double)text.Length,
        "always the most frequent symbol");

    /// <inheritdoc/>
    public ClassExample Draw(Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return At(random.Next(text.Length - Length + 1));
    }

    /// <summary>The piece of the text that begins at a place.</summary>
    /// <param name="start">The place of its first symbol.</param>
    /// <exception cref="ArgumentOutOfRangeException">The piece is not within the text.</exception>
    public ClassExample At(int start)
    {
        Require.Between(start, 0, text.Length - Length);
        bool Blank(int t) => t % Every == Every / 2;
        return ClassExample.Where(
            OneHot.Of(Enumerable.Range(0, Length).Select(t => Blank(t) ? Symbols : text[start + t]), InputSize),
            t => Blank(t) ? text[start + t] : null);
    }
}

namespace Unrolled;

/// <summary>
/// The words of a text, numbered from 1 in the order in which they first appear; <see cref="Unknown"/> serves for every
/// other word.
/// </summary>
public sealed class Vocabulary
{
    /// <summary>The number of every word that is not in the vocabulary.</summary>
    public const int Unknown = 0;

    private readonly Dictionary<string, int> numbers;

    private Vocabulary(IReadOnlyList<string> words)
    {
        Words = words;
        numbers = words.Select((word, i) => (word, Number: i + 1)).ToDictionary(one => one.word, one => one.Number);
    }

    /// <summary>The words, in the order of their numbers; the first has the number 1.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>The number of symbols: the words, and one for all others.</summary>
    public int Count => Words.Count + 1;

    /// <summary>The number of a word; <see cref="Unknown"/> if it is not in the vocabulary.</summary>
    public int this[string word] => numbers.GetValueOrDefault(word, Unknown);

    /// <summary>The words of the training part that appear often enough.</summary>
    /// <param name="words">
    /// The words of the training part, one after the other; upper and lower case are two words.
    /// </param>
    /// <param name="leastCount">
    /// The number of times that a word must appear. With 2, words that appear once teach what to do with unknown ones.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The number of times is not positive.</exception>
    public static Vocabulary Of(IEnumerable<string> words, int leastCount = 1)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(leastCount);
        return new Vocabulary(
            [.. words.GroupBy(word => word).Where(same => same.Count() >= leastCount).Select(same => same.Key)]);
    }

    /// <summary>The numbers of words, [time].</summary>
    /// <param name="words">The words of a sentence.</param>
    public int[] Encode(IEnumerable<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return [.. words.Select(word => this[word])];
    }
}


namespace Unrolled;

/// <summary>
/// English number words to figures: "three hundred forty two" to 3 4 2. Nothing can be written before the last word is
/// read ("three", "three hundred", "three thousand"), and lengths differ: the delayed form of many to many, a
/// translation in miniature.
/// <para>
/// Source [words]: places in <see cref="Words"/>, without "and" and hyphens. Target [figures]: 0 … 9, the highest place
/// first. Baseline: any one number of the range is right as a whole with probability 1/(largest − smallest + 1).
/// Invariant: the figures are those of the number that the words say.
/// </para>
/// </summary>
/// <param name="smallest">The smallest number, at least 0.</param>
/// <param name="largest">The largest number, at most 999,999.</param>
/// <exception cref="ArgumentOutOfRangeException">The range is empty or leaves 0 … 999,999.</exception>
public sealed class NumberWordsTask(int smallest = 0, int largest = 999) : ITask<SequencePair>
{
    private const int Limit = 999_999;

    private static readonly string[] Units =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens =
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly string[] Vocabulary = [.. Units, .. Tens, "hundred", "thousand"];

    /// <summary>The words, in the order of their numbers as symbols.</summary>
    public static IReadOnlyList<string> Words => Vocabulary;

    /// <summary>The smallest number.</summary>
    public int Smallest { get; } = Require.Between(smallest, 0, Limit);

    /// <summary>The largest number.</summary>
    public int Largest { get; } = Require.Between(largest, smallest, Limit);

    /// <inheritdoc/>
    public string Name => $"Number words, {Smallest} to {Largest}";

    /// <inheritdoc/>
    public int InputSize => Words.Count;

    /// <inheritdoc/>
    public int OutputSize => 10;

    /// <inheritdoc/>
    public Baseline Baseline => new(ScoreMeasure.ExactMatch, 1.0 / (Largest - Smallest + 1), "always the same number");

    /// <summary>A number in words, such as "forty two".</summary>
    /// <param name="number">The number, 0 … 999,999.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number leaves 0 … 999,999.</exception>
    public static string InWords(int number) => string.Join(' ', Spoken(Require.Between(number, 0, Limit)));

    /// <summary>The pair of one number, so that numbers can be held back for testing.</summary>
    /// <param name="number">The number, 0 … 999,999.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number leaves 0 … 999,999.</exception>
    public static SequencePair PairOf(int number) => new(
        [.. Spoken(Require.Between(number, 0, Limit)).Select(word => Array.IndexOf(Vocabulary, word))],
        [.. number.ToString().Select(figure => figure - '0')]);

    /// <inheritdoc/>
    public SequencePair Draw(Random random) => PairOf(random.Next(Smallest, Largest + 1));

    private static IEnumerable<string> Spoken(int number) => number switch
    {
        < 20 => [Units[number]],
        < 100 => [Tens[number / 10 - 2], .. Remainder(number % 10)],
        < 1000 => [Units[number / 100], "hundred", .. Remainder(number % 100)],
        _ => [.. Spoken(number / 1000), "thousand", .. Remainder(number % 1000)],
    };

    private static IEnumerable<string> Remainder(int number) => number == 0 ? [] : Spoken(number);
}

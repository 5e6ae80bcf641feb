namespace Unrolled;

/// <summary>
/// The segmenter that counts: the probability that a sentence ends between two words, from how often one ended after
/// the first and how often one ended before the second in training, as if the two said so independently of each other:
/// <code>
/// \frac{p}{1 - p} = \frac{p_1}{1 - p_1} · \frac{p_2}{1 - p_2} / \frac{p_0}{1 - p_0}
/// </code>
/// p_0 is the share of all words after which a sentence ends, and p_1 and p_2 are the shares of the two words, each as
/// if p_0 had been seen twice more.
/// </summary>
public sealed class SentenceEndCounts
{
    private const double Strength = 2;

    private readonly Dictionary<string, double> after;
    private readonly Dictionary<string, double> before;

    private SentenceEndCounts(double share, Dictionary<string, double> after, Dictionary<string, double> before) =>
        (Share, this.after, this.before) = (share, after, before);

    /// <summary>p_0, the share of the training words after which a sentence ends.</summary>
    public double Share { get; }

    /// <summary>Counts the ends of the training part's sentences.</summary>
    /// <param name="words">The words in order.</param>
    /// <exception cref="ArgumentException">
    /// There are no two words, or a sentence ends after all or none of them.
    /// </exception>
    public static SentenceEndCounts Fit(IReadOnlyList<UnpunctuatedWord> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        double share = words.Count < 2 ? 0 : words.Average(word => word.EndsSentence ? 1.0 : 0);
        if (share is 0 or 1)
        {
            throw new ArgumentException(
                $"A sentence ends after {words.Count(word => word.EndsSentence)} of {words.Count} words; expected some "
                    + "of them, and not all.",
                nameof(words));
        }

        Dictionary<string, double> Shares(IEnumerable<(string Word, bool Ends)> places) => places
            .GroupBy(place => place.Word)
            .ToDictionary(
                same => same.Key,
                same => (same.Count(place => place.Ends) + Strength * share) / (same.Count() + Strength));

        return new SentenceEndCounts(
            share,
            Shares(words.Select(word => (word.Word, word.EndsSentence))),
            Shares(words.Skip(1).Zip(words, (word, previous) => (word.Word, previous.EndsSentence))));
    }

    /// <summary>The probability that a sentence ends after a word.</summary>
    /// <param name="word">The word.</param>
    /// <param name="next">The word after it; null to look at the first alone.</param>
    public double Probability(string word, string? next = null)
    {
        ArgumentNullException.ThrowIfNull(word);
        double odds = Odds(after.GetValueOrDefault(word, Share));
        if (next is not null)
            odds *= Odds(before.GetValueOrDefault(next, Share)) / Odds(Share);
        return odds / (1 + odds);
    }

    private static double Odds(double p) => p / (1 - p);
}

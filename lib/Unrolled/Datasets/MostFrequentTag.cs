namespace Unrolled;

/// <summary>
/// The tagger without context: each word gets the tag that it had most often in training; a word that is not in the
/// training part gets the tag most frequent of all. Ties go to the tag that comes first in <see cref="UniversalTag"/>.
/// </summary>
public sealed class MostFrequentTag
{
    private readonly Dictionary<string, UniversalTag> ofWord;

    private MostFrequentTag(Dictionary<string, UniversalTag> ofWord, UniversalTag ofUnknown)
    {
        this.ofWord = ofWord;
        OfUnknown = ofUnknown;
    }

    /// <summary>The tag of a word that is not in the training part.</summary>
    public UniversalTag OfUnknown { get; }

    /// <summary>Counts the tags of the training sentences; upper and lower case are one.</summary>
    /// <exception cref="ArgumentException">There is no word.</exception>
    public static MostFrequentTag Fit(IEnumerable<IReadOnlyList<TaggedWord>> train)
    {
        TaggedWord[] words = [.. train.SelectMany(sentence => sentence)];
        if (words.Length == 0)
            throw new ArgumentException("The training part is empty.", nameof(train));
        return new MostFrequentTag(
            words.GroupBy(word => word.Word.ToLowerInvariant()).ToDictionary(group => group.Key, MostFrequent),
            MostFrequent(words));
    }

    /// <summary>Whether the word was in the training sentences.</summary>
    public bool Knows(string word) => ofWord.ContainsKey(word.ToLowerInvariant());

    /// <summary>The tag of one word.</summary>
    public UniversalTag Tag(string word) => ofWord.GetValueOrDefault(word.ToLowerInvariant(), OfUnknown);

    private static UniversalTag MostFrequent(IEnumerable<TaggedWord> words) =>
        words.GroupBy(word => word.Tag)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key)
            .First().Key;
}

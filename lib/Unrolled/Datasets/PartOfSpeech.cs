namespace Unrolled;

/// <summary>
/// 1,000 English sentences of news and encyclopedia, 21,180 words, each with its part of speech.
/// Source: Universal Dependencies, UD_English-PUD.
/// </summary>
public static class PartOfSpeech
{
    /// <summary>The number of sentences.</summary>
    public const int Sentences = 1000;

    /// <summary>The number of words in all sentences.</summary>
    public const int Words = 21180;

    /// <summary>Reads the sentences, in the order of the file.</summary>
    /// <param name="dataFolder">The data folder; searched for if not given, see <see cref="DataFolder"/>.</param>
    /// <exception cref="DataFileException">The file is missing or damaged.</exception>
    public static IReadOnlyList<IReadOnlyList<TaggedWord>> Load(string? dataFolder = null)
    {
        DataFile file = DataFolder.Find("ud-pud/en_pud_upos.tsv", dataFolder);
        List<IReadOnlyList<TaggedWord>> sentences = [];
        List<TaggedWord> sentence = [];
        int number = 0;
        foreach (string line in TextLines.Of(file.ReadText()))
        {
            number++;
            if (line != "")
            {
                sentence.Add(Word(file, number, line));
                continue;
            }

            if (sentence.Count == 0)
                throw file.Error(number, 1, "expected a word, found a second blank line");
            sentences.Add(sentence);
            sentence = [];
        }

        if (sentence.Count > 0)
            throw file.Error(number + 1, 1, "expected a blank line after the last sentence, found the end of the file");
        file.RequireRows(Sentences, sentences.Count, number + 1, "sentences");
        file.RequireRows(Words, sentences.Sum(words => words.Count), number + 1, "words");
        file.RequireChecksum("ba6f07e20361d659db16b8bf62f1697eec895eb008af77c70071781d4bfcde5d");
        return sentences;
    }

    private static TaggedWord Word(DataFile file, int number, string line)
    {
        string[] parts = line.Split('\t');
        if (parts.Length != 2 || parts[0] == "")
            throw file.Error(number, 1, $"expected a word, a tab and a tag, found \"{line}\"");
        return Enum.TryParse(parts[1], out UniversalTag tag) && tag.ToString() == parts[1]
            ? new TaggedWord(parts[0], tag)
            : throw file.Error(
                number,
                parts[0].Length + 2,
                $"expected one of {string.Join(", ", Enum.GetNames<UniversalTag>())}, found \"{parts[1]}\"");
    }
}

/// <summary>One word of <see cref="PartOfSpeech"/>, as written.</summary>
/// <param name="Word">The word; it can hold a space, and a punctuation mark is a word too.</param>
/// <param name="Tag">Its part of speech.</param>
public sealed record TaggedWord(string Word, UniversalTag Tag);

/// <summary>
/// The 17 universal part-of-speech tags (UPOS), under the names that the Universal Dependencies project gives them.
/// </summary>
public enum UniversalTag
{
    /// <summary>Adjective.</summary>
    ADJ,

    /// <summary>Adposition: a preposition or postposition.</summary>
    ADP,

    /// <summary>Adverb.</summary>
    ADV,

    /// <summary>Auxiliary verb.</summary>
    AUX,

    /// <summary>Coordinating conjunction.</summary>
    CCONJ,

    /// <summary>Determiner.</summary>
    DET,

    /// <summary>Interjection.</summary>
    INTJ,

    /// <summary>Noun.</summary>
    NOUN,

    /// <summary>Numeral.</summary>
    NUM,

    /// <summary>Particle.</summary>
    PART,

    /// <summary>Pronoun.</summary>
    PRON,

    /// <summary>Proper noun.</summary>
    PROPN,

    /// <summary>Punctuation.</summary>
    PUNCT,

    /// <summary>Subordinating conjunction.</summary>
    SCONJ,

    /// <summary>Symbol.</summary>
    SYM,

    /// <summary>Verb.</summary>
    VERB,

    /// <summary>Other, such as a foreign word.</summary>
    X,
}

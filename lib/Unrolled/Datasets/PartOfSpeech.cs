namespace Unrolled.Datasets;

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
    /// <param name="dataFolder">The data folder, if it is not to be searched for; see <see cref="DataFolder"/>.</param>
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

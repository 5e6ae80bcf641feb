
namespace Unrolled.Tests.Datasets;

public sealed class PartOfSpeechTests
{
    private const string File = "ud-pud/en_pud_upos.tsv";

    [Fact]
    public void The_words_are_21180_in_1000_sentences()
    {
        IReadOnlyList<IReadOnlyList<TaggedWord>> sentences = PartOfSpeech.Load();

        Assert.Equal(1000, sentences.Count);
        Assert.Equal(21180, sentences.Sum(sentence => sentence.Count));
        Assert.Equal(new TaggedWord("“", UniversalTag.PUNCT), sentences[0][0]);
        Assert.Equal(new TaggedWord("While", UniversalTag.SCONJ), sentences[0][1]);
    }

    [Fact]
    public void Each_of_the_17_tags_comes_as_often_as_in_the_file()
    {
        Assert.Equal(
            [1566, 2488, 813, 1015, 575, 2080, 1, 4015, 464, 451, 1044, 1719, 2448, 289, 46, 2149, 17],
            PartOfSpeech.Load().SelectMany(sentence => sentence)
                .GroupBy(word => word.Tag).OrderBy(group => group.Key).Select(group => group.Count()));
    }

    [Theory]
    [InlineData(
        "While\tSCONJ", "While\tSCNJ", 2, 7,
        "expected one of ADJ, ADP, ADV, AUX, CCONJ, DET, INTJ, NOUN, NUM, PART, PRON, PROPN, PUNCT, SCONJ, SYM, VERB, "
        + "X, found \"SCNJ\"")]
    [InlineData(
        "While\tSCONJ", "While\t13", 2, 7,
        "expected one of ADJ, ADP, ADV, AUX, CCONJ, DET, INTJ, NOUN, NUM, PART, PRON, PROPN, PUNCT, SCONJ, SYM, VERB, "
        + "X, found \"13\"")]
    [InlineData("While\tSCONJ", "While SCONJ", 2, 1, "expected a word, a tab and a tag, found \"While SCONJ\"")]
    [InlineData("While\tSCONJ\n", "", 22180, 1, "expected 21180 words, found 21179")]
    [InlineData("While\tSCONJ", "\n\nWhile\tSCONJ", 3, 1, "expected a word, found a second blank line")]
    public void A_damaged_line_is_named_with_its_line_and_column(
        string right, string wrong, int line, int column, string problem)
    {
        using DamagedData data = DamagedData.Text(File, text =>
        {
            int place = text.IndexOf(right, StringComparison.Ordinal);
            return text[..place] + wrong + text[(place + right.Length)..];
        });

        DataFileException error = Assert.Throws<DataFileException>(() => PartOfSpeech.Load(data.Folder));

        Assert.Equal($"data/{File}({line},{column}): {problem}", error.Message);
    }

    [Fact]
    public void A_last_sentence_that_does_not_end_is_refused()
    {
        using DamagedData data = DamagedData.Text(File, text => text.TrimEnd('\n'));

        Assert.Contains(
            "found the end of the file", Assert.Throws<DataFileException>(
                () => PartOfSpeech.Load(data.Folder)).Message, StringComparison.Ordinal);
    }
}

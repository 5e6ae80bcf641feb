namespace Unrolled.Tests.Datasets;

public sealed class VocabularyTests
{
    [Fact]
    public void Words_are_numbered_from_1_as_they_appear_and_all_others_are_0()
    {
        Vocabulary vocabulary = Vocabulary.Of(["the", "cat", "saw", "the", "dog"]);

        Assert.Equal(["the", "cat", "saw", "dog"], vocabulary.Words);
        Assert.Equal(5, vocabulary.Count);
        Assert.Equal([1, 4, 0], vocabulary.Encode(["the", "dog", "The"]));
    }

    [Fact]
    public void Rare_words_are_left_out()
    {
        Vocabulary vocabulary = Vocabulary.Of(["a", "b", "b", "c", "a", "b"], leastCount: 2);

        Assert.Equal(["a", "b"], vocabulary.Words);
        Assert.Equal(Vocabulary.Unknown, vocabulary["c"]);
        Assert.Throws<ArgumentOutOfRangeException>(() => Vocabulary.Of(["a"], leastCount: 0));
    }
}

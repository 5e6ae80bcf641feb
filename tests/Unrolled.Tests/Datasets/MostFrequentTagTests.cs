
namespace Unrolled.Tests.Datasets;

public sealed class MostFrequentTagTests
{
    [Fact]
    public void A_tagger_without_context_is_right_on_80_percent_of_the_last_200_sentences()
    {
        TimeSplit<IReadOnlyList<TaggedWord>> split = TimeSplit.ByCount(PartOfSpeech.Load(), 800);
        MostFrequentTag tagger = MostFrequentTag.Fit(split.Train);

        double accuracy = split.Test.SelectMany(sentence => sentence)
            .Average(word => tagger.Tag(word.Word) == word.Tag ? 1.0 : 0.0);

        Assert.Equal(0.800, accuracy, 2);
    }

    [Fact]
    public void A_word_gets_its_most_frequent_tag_and_an_unknown_one_the_most_frequent_of_all()
    {
        MostFrequentTag tagger = MostFrequentTag.Fit(
            [[new("Walk", UniversalTag.VERB), new("walk", UniversalTag.NOUN), new("walk", UniversalTag.VERB), new(
                "dog", UniversalTag.NOUN), new("cat", UniversalTag.NOUN)]]);

        Assert.Equal(UniversalTag.VERB, tagger.Tag("WALK"));
        Assert.False(tagger.Knows("horse"));
        Assert.Equal(UniversalTag.NOUN, tagger.Tag("horse"));
    }
}

namespace Unrolled.Tests.Datasets;

public sealed class SentenceEndCountsTests
{
    [Fact]
    public void A_word_after_which_sentences_end_and_one_that_begins_them_are_both_counted()
    {
        SentenceEndCounts counts = SentenceEndCounts.Fit(UnpunctuatedText.Of("A b c. A b c. A c b d. A d c."));

        Assert.Equal(4 / 13.0, counts.Share, precision: 12);
        // c was the last of 4 and ended 3 sentences; as if 4/13 had been seen twice more.
        Assert.Equal((3 + 2 * 4 / 13.0) / (4 + 2), counts.Probability("c"), precision: 12);
        Assert.True(counts.Probability("c", "a") > counts.Probability("c"));
        Assert.True(counts.Probability("c", "b") < counts.Probability("c"));
    }

    [Fact]
    public void Of_words_that_were_never_seen_it_knows_the_share_of_all()
    {
        SentenceEndCounts counts = SentenceEndCounts.Fit(UnpunctuatedText.Of("A b c. A b c."));

        Assert.Equal(counts.Share, counts.Probability("x"), precision: 12);
        Assert.Equal(counts.Share, counts.Probability("x", "y"), precision: 12);
    }

    [Fact]
    public void A_text_without_an_end_or_with_nothing_else_is_refused()
    {
        Assert.Throws<ArgumentException>(() => SentenceEndCounts.Fit([]));
        Assert.Throws<ArgumentException>(() => SentenceEndCounts.Fit([new("a", true), new("b", true)]));
        Assert.Throws<ArgumentException>(() => SentenceEndCounts.Fit([new("a", false), new("b", false)]));
    }
}

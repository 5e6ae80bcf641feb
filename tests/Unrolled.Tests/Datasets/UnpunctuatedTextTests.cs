namespace Unrolled.Tests.Datasets;

public sealed class UnpunctuatedTextTests
{
    [Theory]
    [InlineData("He came. She went.", "he came| she went|")]
    [InlineData("'Don't follow you,' said Filby. 'Why?' he said.", "don't follow you said filby| why he said|")]
    [InlineData("Mr. Wells wrote it! Did H. G. Wells? I did.", "mr wells wrote it| did h g wells| i did|")]
    [InlineData("And I. You too.", "and i| you too|")]
    [InlineData("'that ... very clear indeed.'\n\nAll real things.", "that very clear indeed| all real things|")]
    [InlineData("CHAPTER ONE\n\nIt began", "")]
    public void A_sentence_ends_at_a_mark_before_a_capital_and_with_its_paragraph(string text, string expected) =>
        Assert.Equal(
            expected,
            string.Join(' ', UnpunctuatedText.Of(text).Select(one => one.Word + (one.EndsSentence ? "|" : ""))));

    [Fact]
    public void The_book_has_a_sentence_for_every_seventeen_words_or_so()
    {
        IReadOnlyList<UnpunctuatedWord> words = UnpunctuatedText.Of(TimeMachine.LoadText());

        Assert.InRange(words.Count, 32_000, 33_000);
        Assert.InRange(words.Count / (double)words.Count(one => one.EndsSentence), 15, 22);
        Assert.All(words, one => Assert.Equal(one.Word.ToLowerInvariant(), one.Word));
    }
}

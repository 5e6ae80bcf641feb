
namespace Unrolled.Tests.Datasets;

public sealed class TimeMachineTests
{
    [Fact]
    public void The_text_is_the_book()
    {
        string text = TimeMachine.LoadText();

        Assert.Equal(178_887, text.Length);
        Assert.StartsWith("The Time Machine, by H. G. Wells [1898]\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_stream_has_27_symbols_and_the_length_that_other_books_count()
    {
        string symbols = TimeMachine.LoadSymbols();

        // "Dive into Deep Learning", chapter 9.2, counts 173,428: it keeps the space after the last word.
        Assert.Equal(173_427, symbols.Length);
        Assert.StartsWith(
            "the time machine by h g wells i the time traveller for so it will be", symbols, StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(0, 27), TimeMachine.Alphabet.Encode(symbols).Distinct().Order());
    }

    [Fact]
    public void The_characters_are_those_of_the_text_and_each_in_its_order()
    {
        Assert.Equal(TimeMachine.LoadText().Distinct().Order(), TimeMachine.Characters.Symbols);
    }

    [Theory]
    [InlineData("It's 1898 -- Halt!", "it s halt")]
    [InlineData("  a\n\nB  ", "a b")]
    [InlineData("Ähnlich", "hnlich")]
    public void Everything_between_two_words_is_one_space(string text, string symbols)
    {
        Assert.Equal(symbols, TimeMachine.ToSymbols(text));
    }

    [Fact]
    public void A_book_cut_short_is_refused()
    {
        using DamagedData data = DamagedData.Text("text/timemachine.txt", text => text[..1000]);

        Assert.Contains(
            "expected 643 lines", Assert.Throws<DataFileException>(() => TimeMachine.LoadText(data.Folder)).Message,
            StringComparison.Ordinal);
    }
}


namespace Unrolled.Tests.Datasets;

public sealed class AlphabetTests
{
    private static readonly Alphabet Abc = new("abc");

    [Fact]
    public void Decoding_undoes_encoding()
    {
        Assert.Equal([2, 0, 1], Abc.Encode("cab"));
        Assert.Equal("cab", Abc.Decode(Abc.Encode("cab")));
    }

    [Fact]
    public void A_character_outside_is_named_with_its_position()
    {
        Assert.StartsWith(
            "The character 'd' at index 2", Assert.Throws<ArgumentException>(() => Abc.Encode("abd")).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(-1)]
    public void A_number_outside_is_named_with_its_position(int number)
    {
        Assert.Contains(
            $"The number {number} at index 1 is not from 0 to 2.", Assert.Throws<ArgumentOutOfRangeException>(
                () => Abc.Decode([0, number])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("aba")]
    public void An_alphabet_has_symbols_and_each_once(string symbols)
    {
        Assert.Throws<ArgumentException>(() => new Alphabet(symbols));
    }
}

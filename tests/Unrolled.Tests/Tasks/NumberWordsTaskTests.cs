
namespace Unrolled.Tests.Tasks;

public class NumberWordsTaskTests
{
    private static readonly string[] UpToNineteen = (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        + "seventeen eighteen nineteen").Split(' ');

    private static readonly string[] Tens = "twenty thirty forty fifty sixty seventy eighty ninety".Split(' ');

    [Theory]
    [InlineData(0, "zero")]
    [InlineData(7, "seven")]
    [InlineData(13, "thirteen")]
    [InlineData(40, "forty")]
    [InlineData(42, "forty two")]
    [InlineData(100, "one hundred")]
    [InlineData(115, "one hundred fifteen")]
    [InlineData(342, "three hundred forty two")]
    [InlineData(1000, "one thousand")]
    [InlineData(90_007, "ninety thousand seven")]
    [InlineData(999_999, "nine hundred ninety nine thousand nine hundred ninety nine")]
    public void A_number_is_said_in_words(int number, string words) =>
        Assert.Equal(words, NumberWordsTask.InWords(number));

    [Fact]
    public void Words_and_figures_of_every_number_say_the_same()
    {
        foreach (int number in Enumerable.Range(0, 10_000).Concat([99_999, 100_000, 310_013, 999_999]))
        {
            var pair = NumberWordsTask.PairOf(number);
            Assert.Equal(number, Said(pair.Source.Select(word => NumberWordsTask.Words[word])));
            Assert.Equal(number, pair.Target.Aggregate(0, (so, figure) => 10 * so + figure));
            Assert.False(pair.Target is [0, _, ..]);
        }
    }

    [Fact]
    public void Every_number_of_the_range_is_equally_likely_and_no_other_comes_up()
    {
        var task = new NumberWordsTask(5, 24);
        int[] numbers = [.. Drawn.From(task, 4000).Select(pair => int.Parse(string.Concat(pair.Target)))];

        Assert.All(numbers, number => Assert.InRange(number, 5, 24));
        Drawn.AssertEquallyLikely(numbers, 20);
        Assert.Equal(.05, task.Baseline.Value);
    }

    // Adds the words' values; hundred multiplies the latest units, thousand everything before it.
    private static int Said(IEnumerable<string> words)
    {
        int thousands = 0, heard = 0;
        foreach (string word in words)
        {
            if (word == "thousand")
                (thousands, heard) = (1000 * heard, 0);
            else
                heard = word == "hundred" ? 100 * heard : heard + Value(word);
        }

        return thousands + heard;
    }

    private static int Value(string word) => Array.IndexOf(UpToNineteen, word) is >= 0 and var small
        ? small
        : 10 * (Array.IndexOf(Tens, word) + 2);
}

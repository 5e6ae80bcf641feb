using FsCheck.Fluent;
using Unrolled.NotebookHost.Checking;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Tests.Checking;

/// <summary>Words are compared exactly and numbers within the tolerance.</summary>
public class TextComparisonTests
{
    [Theory]
    [InlineData("error 0.5", "error 0.5000001")]
    [InlineData("a  b", "a b")]
    [InlineData("-0", "0")]
    [InlineData("one\n", "one")]
    public void Without_tolerance_every_character_counts(string committed, string now) =>
        Assert.NotNull(Compare(0, committed, now));

    [Theory]
    [InlineData("loss 0.250000001", "loss 0.2500002")] // 2e-7 apart
    [InlineData("12345678.5", "12345680.5")] // 2 of 12 million
    [InlineData("loss 0.1234", "loss 0.1235")] // one in the last place printed
    [InlineData("1.5e-7 and .3", "1.6e-7 and .3")]
    [InlineData("-0.0000", "0.0000")]
    [InlineData("−1.25", "-1.25")] // the typographic minus
    [InlineData("|  9.9999 |", "| 10.0000 |")] // a space less
    public void Within_the_tolerance_numbers_are_the_same(string committed, string now) =>
        Assert.Null(Compare(1e-6, committed, now));

    [Theory]
    [InlineData("seed 17", "seed 18")] // a count is not rounded
    [InlineData("loss 0.1234", "loss 0.1236")]
    [InlineData("loss 0.25", "less 0.25")]
    [InlineData("1 2", "1 2 3")]
    [InlineData("x1", "x2")] // a name
    [InlineData("1.5e-7", "1.5e-6")]
    [InlineData("2 of 3", "2 of 3 right")]
    public void Beyond_the_tolerance_and_in_words_they_differ(string committed, string now) =>
        Assert.NotNull(Compare(1e-6, committed, now));

    [Fact]
    public void The_first_line_that_differs_is_named()
    {
        var difference = Compare(1e-6, "a 1.00000000\nb 2.5\nc", "a 1.00000001\nb 2.7\nd")!;

        Assert.Equal((2, "b 2.7", "b 2.5"), (difference.Line, difference.Actual, difference.Expected));
    }

    [Fact]
    public void A_text_is_the_same_as_itself_and_with_a_tolerance_as_itself_under_other_spaces() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), text =>
            Compare(0, text ?? "", text ?? "") is null && Compare(.5, $"{text} 1", $"{text}\t1") is null).CheckSeeded();

    private static LineDifference? Compare(double tolerance, string committed, string now) =>
        new TextComparison(tolerance).FirstDifference(committed, now);
}

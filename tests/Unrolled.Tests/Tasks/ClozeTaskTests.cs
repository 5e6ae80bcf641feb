namespace Unrolled.Tests.Tasks;

public class ClozeTaskTests
{
    private static readonly int[] Text = [.. Enumerable.Range(0, 60).Select(i => i * i % 7)];

    [Fact]
    public void Every_nth_symbol_is_blank_and_is_asked_for()
    {
        ClassExample example = new ClozeTask(Text, symbols: 7, length: 20, every: 5).At(3);

        Assert.Equal([2, 7, 12, 17], example.TargetSteps);
        for (int t = 0; t < example.Length; t++)
        {
            int symbol = Text[3 + t];
            Assert.Equal(example.Mask[t] ? symbol : ClassExample.NoClass, example.Targets[t]);
            Assert.Equal(example.Mask[t] ? 7 : symbol, Array.IndexOf(example.Inputs[t], 1));
            Assert.Equal(1, example.Inputs[t].Sum());
        }
    }

    [Fact]
    public void Turned_round_the_blanks_are_the_same()
    {
        ClassExample example = new ClozeTask(Text, 7, length: 30).At(0);

        Assert.Equal(example.Mask, example.Mask.Reverse());
    }

    [Fact]
    public void The_baseline_says_the_most_frequent_symbol() =>
        Assert.Equal(.75, new ClozeTask([0, 2, 2, 2], 3, length: 4, every: 2).Baseline.Value);

    [Fact]
    public void All_pieces_of_the_text_can_be_drawn_and_no_other()
    {
        ClozeTask task = new([0, 1, 2, 3, 4], 5, length: 4, every: 2);

        Assert.Equal(2, Drawn.From(task, 40).Select(example => example.Targets[1]).Distinct().Count());
        Assert.Throws<ArgumentOutOfRangeException>(() => task.At(2));
    }

    [Fact]
    public void A_text_that_does_not_fit_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new ClozeTask([0, 1, 2], 3, length: 4, every: 2));
        Assert.Throws<ArgumentException>(() => new ClozeTask([0, 1, 2, 3], 3, length: 4, every: 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ClozeTask(Text, 7, length: 7, every: 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ClozeTask(Text, 7, length: 6, every: 1));
    }
}

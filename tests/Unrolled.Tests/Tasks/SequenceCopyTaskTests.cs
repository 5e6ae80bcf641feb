using FsCheck.Fluent;

namespace Unrolled.Tests.Tasks;

public class SequenceCopyTaskTests
{
    [Theory]
    [InlineData(ReadingOrder.Forward, ReadingOrder.Forward, false)]
    [InlineData(ReadingOrder.Reversed, ReadingOrder.Forward, true)]
    [InlineData(ReadingOrder.Forward, ReadingOrder.Reversed, true)]
    [InlineData(ReadingOrder.Reversed, ReadingOrder.Reversed, false)]
    public void The_target_is_the_source_backwards_if_one_of_both_is_reversed(
        ReadingOrder source, ReadingOrder target, bool backwards) =>
        Prop.ForAll(Drawn.Seeds, seed =>
        {
            var pair = new SequenceCopyTask(source, target).Draw(new Xoshiro256(seed));

            Assert.InRange(pair.Source.Length, 5, 12);
            Assert.Equal(backwards ? pair.Source.AsEnumerable().Reverse() : pair.Source, pair.Target);
        }).CheckSeeded();

    [Fact]
    public void How_the_source_is_read_does_not_change_what_is_written()
    {
        var forward = Drawn.From(new SequenceCopyTask(), 50);
        var reversed = Drawn.From(new SequenceCopyTask(ReadingOrder.Reversed), 50);

        Assert.Equal(forward.Select(pair => pair.Target), reversed.Select(pair => pair.Target));
    }

    [Fact]
    public void Lengths_and_symbols_are_equally_likely()
    {
        var pairs = Drawn.From(new SequenceCopyTask(), 4000);

        Drawn.AssertEquallyLikely([.. pairs.Select(pair => pair.Target.Length)], 8);
        Drawn.AssertEquallyLikely([.. pairs.SelectMany(pair => pair.Target)], 12);
    }

    [Fact]
    public void Writing_at_random_matches_as_often_as_the_baseline_says()
    {
        var task = new SequenceCopyTask(lengths: new LengthRange(1, 2), symbols: 3);
        var random = new Xoshiro256(6);

        double matches = Drawn.From(task, 20_000)
            .Average(pair => pair.Target.All(symbol => random.Next(3) == symbol) ? 1.0 : 0);
        Assert.Equal((1.0 / 3 + 1.0 / 9) / 2, task.Baseline.Value, 1e-15);
        Assert.Equal(task.Baseline.Value, matches, .01);
    }
}

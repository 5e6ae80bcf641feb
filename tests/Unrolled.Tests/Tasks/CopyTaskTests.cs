using FsCheck.Fluent;

namespace Unrolled.Tests.Tasks;

public class CopyTaskTests
{
    [Fact]
    public void Symbols_are_asked_in_their_order_after_the_go_mark_and_blanks_before() =>
        Prop.ForAll(Drawn.SeedsWith(1, 30), sample =>
        {
            var (seed, delay) = sample;
            int count = 1 + seed % 6;
            const int A = 4, Blank = 4, Go = 5;
            var example = new CopyTask(delay, count, A).Draw(new Xoshiro256(seed));
            int[] inputs = Drawn.Symbols(example);

            int[] symbols = inputs[..count];
            Assert.All(symbols, symbol => Assert.InRange(symbol, 0, A - 1));
            Assert.Equal(
                [.. symbols, .. Enumerable.Repeat(Blank, delay - 1), Go, .. Enumerable.Repeat(Blank, count)], inputs);
            Assert.Equal([.. Enumerable.Repeat(Blank, delay + count), .. symbols], example.Targets);
            Assert.Equal(delay + 2 * count, example.TargetSteps.Count());
        }).CheckSeeded();

    [Fact]
    public void Blanks_and_then_every_symbol_alike_has_the_cross_entropy_of_the_baseline()
    {
        var task = new CopyTask(delay: 20, count: 5, symbols: 4);
        var examples = Drawn.From(task, 50);

        double[] certainBlank = [0, 0, 0, 0, 1];
        double[] anySymbol = [.25, .25, .25, .25, 0];
        double loss = examples.Average(example => example.TargetSteps.Average(t =>
            -Math.Log((t < 25 ? certainBlank : anySymbol)[example.Targets[t]])));
        Assert.Equal(loss, task.Baseline.Value, 1e-12);
        Assert.Equal(.231, task.Baseline.Value, .0005);
    }

    [Fact]
    public void Every_symbol_is_equally_likely() =>
        Drawn.AssertEquallyLikely(
            [.. Drawn.From(new CopyTask(1, count: 5), 1000).SelectMany(example => example.Targets[^5..])], 8);
}

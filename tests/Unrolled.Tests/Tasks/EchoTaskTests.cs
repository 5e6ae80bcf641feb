using FsCheck.Fluent;

namespace Unrolled.Tests.Tasks;

public class EchoTaskTests
{
    [Fact]
    public void A_target_is_the_symbol_of_k_steps_ago_and_the_first_k_are_masked() =>
        Prop.ForAll(Drawn.SeedsWith(0, 9), sample =>
        {
            var (seed, k) = sample;
            var example = new EchoTask(10, k, symbols: 5).Draw(new Xoshiro256(seed));

            Assert.Equal(Enumerable.Range(k, 10 - k), example.TargetSteps);
            Assert.Equal(Drawn.Symbols(example)[..(10 - k)], example.Targets[k..]);
        }).CheckSeeded();

    [Fact]
    public void Every_symbol_is_equally_likely_and_the_symbols_since_say_nothing_of_it()
    {
        var task = new EchoTask(3, 2, symbols: 3);
        var examples = Drawn.From(task, 5000);

        Drawn.AssertEquallyLikely(
            [.. examples.Select(example => (Drawn.Symbol(example.Inputs[1]), Drawn.TargetAtTheEnd(example)))], 9);
        Assert.Equal(1.0 / 3, task.Baseline.Value);
    }
}

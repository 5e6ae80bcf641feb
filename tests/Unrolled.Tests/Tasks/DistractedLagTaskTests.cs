using FsCheck.Fluent;

namespace Unrolled.Tests.Tasks;

public class DistractedLagTaskTests
{
    [Fact]
    public void A_sequence_is_b_then_x_or_y_then_distractors_then_e() =>
        Prop.ForAll(Drawn.SeedsWith(0, 40), sample =>
        {
            var (seed, q) = sample;
            const int P = 7;
            var example = new DistractedLagTask(q, P).Draw(new Xoshiro256(seed));
            int[] symbols = Drawn.Symbols(example);

            Assert.True(symbols.Length >= q + 3);
            Assert.Equal((P + 1, P), (symbols[0], symbols[^1]));
            Assert.Equal(P + 2 + Drawn.TargetAtTheEnd(example), symbols[1]);
            Assert.All(symbols[2..^1], symbol => Assert.InRange(symbol, 0, P - 1));
        }).CheckSeeded();

    [Fact]
    public void A_sequence_with_its_last_symbol_is_q_and_thirteen_long_on_average()
    {
        var examples = Drawn.From(new DistractedLagTask(20, 10), 20_000);

        // k has the deviation 9.5, so the mean of 20,000 has the error .067.
        Assert.Equal(33, examples.Average(example => example.Length + 1), .25);
        Drawn.AssertEquallyLikely([.. examples.Select(Drawn.TargetAtTheEnd)], 2);
        Drawn.AssertEquallyLikely([.. examples.Take(500).SelectMany(example => Drawn.Symbols(example)[2..^1])], 10);
    }
}

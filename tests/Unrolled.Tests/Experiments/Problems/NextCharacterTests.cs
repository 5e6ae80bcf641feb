using Unrolled.Experiments.Judging;
using Unrolled.Experiments.Problems;
using Unrolled.Experiments.Rows;
using Unrolled.Experiments.Trials;

namespace Unrolled.Tests.Experiments.Problems;

public sealed class NextCharacterTests
{
    private static readonly int[] Text = [.. Enumerable.Range(0, 6000).Select(t => t / 2 % 3)];
    private static readonly NextCharacter Problem = new(Text[..5000], Text[5000..], symbols: 3);
    private static readonly Row Row = new(CellKind.Gru, 8, .02, 200, new Fails("none"));

    [Fact]
    public void Before_it_has_learned_a_model_needs_about_as_many_bits_as_the_symbols_have()
    {
        Assert.InRange(Problem.Begin(Row, new Xoshiro256(1)).Measure(new Xoshiro256(2)).Score, 1.4, 1.9);
    }

    [Fact]
    public void A_text_that_follows_from_its_past_needs_hardly_any()
    {
        ITrial trial = Problem.Begin(Row, new Xoshiro256(1));
        trial.Run(200);

        Assert.InRange(trial.Measure(new Xoshiro256(2)).Score, 0, .05);
        Assert.All(Problem.Baselines, baseline => Assert.InRange(baseline.Value, 0, .05));
    }
}

using Unrolled.Experiments.Judging;
using Unrolled.Experiments.Problems;
using Unrolled.Experiments.Rows;

namespace Unrolled.Tests.Experiments.Judging;

public sealed class SeparationTests
{
    private static readonly Separation FirstIsBetter = new(0, 1, "table");

    [Theory]
    [InlineData(true, nameof(Verdict.Reproduced))]
    [InlineData(false, nameof(Verdict.NotReproduced))]
    public void A_separation_keeps_its_sign_by_the_medians_and_the_direction_of_the_score(
        bool moreIsBetter, string verdict)
    {
        RowResult[] rows = [Result(0, .8, .9, 1, 1), Result(.1, .2, .3, .4, 1)];
        Assert.Equal(verdict, FirstIsBetter.Judge(new Score("score", moreIsBetter), rows).ToString());
    }

    [Fact]
    public void Equal_medians_do_not_separate()
    {
        RowResult[] rows = [Result(.5, .5, .5, .5, .5), Result(.5, .5, .5, .5, .5)];
        Assert.Equal(Verdict.NotReproduced, FirstIsBetter.Judge(Score.Accuracy, rows));
    }

    [Fact]
    public void Four_seeds_are_too_few()
    {
        RowResult[] rows = [Result(1, 1, 1, 1), Result(0, 0, 0, 0)];
        Assert.Equal(Verdict.TooFewSeeds, FirstIsBetter.Judge(Score.Accuracy, rows));
    }

    private static RowResult Result(params double[] scores) =>
        new(new Row(CellKind.Rnn, 1, .01, 1, new Fails("table")), Runs.Scoring(scores), SecondsPerStep: 0);
}

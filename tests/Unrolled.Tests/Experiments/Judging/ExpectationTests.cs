using Unrolled.Experiments.Judging;

namespace Unrolled.Tests.Experiments.Judging;

public sealed class ExpectationTests
{
    [Theory]
    [InlineData(5, 5, nameof(Verdict.Reproduced))]
    [InlineData(4, 5, nameof(Verdict.Reproduced))]
    [InlineData(3, 5, nameof(Verdict.NotReproduced))]
    [InlineData(7, 10, nameof(Verdict.NotReproduced))]
    [InlineData(8, 10, nameof(Verdict.Reproduced))]
    [InlineData(4, 4, nameof(Verdict.TooFewSeeds))]
    public void What_every_seed_solved_is_reproduced_if_four_of_five_do(int solved, int seeds, string verdict)
    {
        Assert.Equal(verdict, new Solves("table").Judge(Runs.Solving(solved, seeds)).ToString());
    }

    [Theory]
    [InlineData(.92, nameof(Verdict.Reproduced))]
    [InlineData(.94, nameof(Verdict.Reproduced))]
    [InlineData(.941, nameof(Verdict.NotReproduced))]
    [InlineData(.919, nameof(Verdict.NotReproduced))]
    public void A_range_is_reproduced_if_one_seed_reaches_into_it(double nearest, string verdict)
    {
        double far = nearest < .93 ? .5 : .99;
        Assert.Equal(
            verdict, new Ranges(.92, .94, "table").Judge(Runs.Scoring(far, far, nearest, far, far)).ToString());
    }

    [Fact]
    public void Seeds_on_both_sides_of_a_range_overlap_it()
    {
        Assert.Equal(Verdict.Reproduced, new Ranges(.92, .94, "table").Judge(Runs.Scoring(.90, .91, .95, .96, .97)));
    }

    [Theory]
    [InlineData(.93, nameof(Verdict.Reproduced))]
    [InlineData(.75, nameof(Verdict.DiffersAsKnown))]
    [InlineData(.70, nameof(Verdict.NotReproduced))]
    [InlineData(.85, nameof(Verdict.NotReproduced))]
    public void A_known_difference_must_stay_what_it_was_or_vanish(double score, string verdict)
    {
        Differs differs = new(new Ranges(.92, .94, "table"), .72, .79);
        Assert.Equal(verdict, differs.Judge(Runs.Scoring(score, score, score, score, score)).ToString());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void A_failure_is_never_asserted(int solved)
    {
        Assert.Equal(Verdict.OnlyReported, new Fails("table").Judge(Runs.Solving(solved, 5)));
    }
}

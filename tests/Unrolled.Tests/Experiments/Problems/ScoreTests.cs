using Unrolled.Experiments.Problems;

namespace Unrolled.Tests.Experiments.Problems;

public sealed class ScoreTests
{
    [Theory]
    [InlineData(.99, true)]
    [InlineData(.98999, false)]
    public void An_accuracy_solves_from_99_percent_on(double accuracy, bool solved)
    {
        Assert.Equal(solved, Score.SolvedAccuracy.IsSolved(accuracy));
    }

    [Theory]
    [InlineData(.01, true)]
    [InlineData(.0101, false)]
    public void An_error_solves_from_its_limit_down(double error, bool solved)
    {
        Assert.Equal(solved, new Score("error", MoreIsBetter: false, SolvedAt: .01).IsSolved(error));
    }

    [Fact]
    public void A_score_without_a_limit_never_solves()
    {
        Assert.False(Score.Accuracy.IsSolved(1));
    }
}

namespace Unrolled.Tests.Analysis;

public sealed class ExplainedVarianceTests
{
    [Fact]
    public void Groups_explain_what_their_means_do()
    {
        // The mean is 3: around it 4 + 0 + 0 + 4 = 8, around the groups' means 2 and 4 it is 1 + 1 + 1 + 1 = 4.
        Assert.Equal(.5, ExplainedVariance.ByGroup([("a", 1.0), ("a", 3.0), ("b", 3.0), ("b", 5.0)]), 12);
        Assert.Equal(1, ExplainedVariance.ByGroup([(0, 1.0), (1, 2.0)]));
        Assert.Equal(0, ExplainedVariance.ByGroup([(0, 1.0), (0, 2.0)]));
    }

    [Fact]
    public void Predictions_explain_all_if_they_are_right_and_nothing_if_they_are_the_mean()
    {
        Assert.Equal(1, ExplainedVariance.ByPrediction([1, 2, 3], [1, 2, 3]));
        Assert.Equal(0, ExplainedVariance.ByPrediction([1, 2, 3], [2, 2, 2]));
        Assert.Equal(-3, ExplainedVariance.ByPrediction([1, 2, 3], [3, 2, 1]));
    }

    [Fact]
    public void Wrong_counts_are_refused()
    {
        Assert.StartsWith("predictions has 1 numbers; expected 2", Assert.Throws<ArgumentException>(
            () => ExplainedVariance.ByPrediction([1, 2], [1])).Message);
        Assert.StartsWith("There is no value", Assert.Throws<ArgumentException>(
            () => ExplainedVariance.ByGroup(Array.Empty<(int, double)>())).Message);
    }
}

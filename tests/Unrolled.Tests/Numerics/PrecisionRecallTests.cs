namespace Unrolled.Tests.Numerics;

public sealed class PrecisionRecallTests
{
    [Fact]
    public void Precision_recall_and_F1_are_those_of_the_definition()
    {
        PrecisionRecall score = PrecisionRecall.Of([true, true, true, false, false], [true, false, true, true, true]);

        Assert.Equal(new PrecisionRecall(Found: 3, Present: 4, Right: 2), score);
        Assert.Equal(2 / 3.0, score.Precision);
        Assert.Equal(.5, score.Recall);
        Assert.Equal(2 * score.Precision * score.Recall / (score.Precision + score.Recall), score.F1, precision: 12);
    }

    [Fact]
    public void Where_nothing_is_found_or_there_the_scores_are_0()
    {
        PrecisionRecall nothing = PrecisionRecall.Of([false, false], [false, false]);

        Assert.Equal((0.0, 0.0, 0.0), (nothing.Precision, nothing.Recall, nothing.F1));
    }

    [Fact]
    public void The_best_threshold_has_the_largest_F1_of_all()
    {
        Xoshiro256 random = new(4);
        double[] scores = [.. Enumerable.Range(0, 60).Select(_ => random.Next(20) / 20.0)];
        bool[] present = [.. scores.Select(score => random.NextDouble() < score)];

        double best = PrecisionRecall.At(scores, present, PrecisionRecall.BestThreshold(scores, present)).F1;

        Assert.Equal(scores.Max(threshold => PrecisionRecall.At(scores, present, threshold).F1), best);
    }

    [Fact]
    public void Equal_scores_are_found_together_and_of_equal_thresholds_the_highest_is_chosen()
    {
        Assert.Equal(.9, PrecisionRecall.BestThreshold([.9, .9, .2], [true, false, false]));
        Assert.Equal(.9, PrecisionRecall.BestThreshold([.9, .5, .2], [false, false, false]));
    }

    [Fact]
    public void As_many_places_on_both_sides_are_needed_and_one_at_least()
    {
        Assert.StartsWith(
            "found has 1 places; expected 2",
            Assert.Throws<ArgumentException>(() => PrecisionRecall.Of([true], [true, false])).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "There is no place",
            Assert.Throws<ArgumentException>(() => PrecisionRecall.BestThreshold([], [])).Message,
            StringComparison.Ordinal);
    }
}

using MathNet.Numerics.Statistics;

namespace Unrolled.Tests.Datasets;

public sealed class FrameStandardizerTests
{
    [Fact]
    public void Every_coefficient_of_the_vowels_gets_mean_0_and_deviation_1()
    {
        double[][] frames = [.. JapaneseVowels.Load().Train.SelectMany(utterance => utterance.Frames)];
        FrameStandardizer standardizer = FrameStandardizer.FitMeanAndDeviation(frames);

        double[][] standardized = [.. frames.Select(standardizer.Transform)];

        Assert.All(Enumerable.Range(0, 12), k =>
        {
            Assert.Equal(0, standardized.Select(frame => frame[k]).Mean(), 10);
            Assert.Equal(1, standardized.Select(frame => frame[k]).PopulationStandardDeviation(), 10);
        });
    }

    [Fact]
    public void The_way_back_gives_the_frame_again()
    {
        FrameStandardizer standardizer = FrameStandardizer.FitMeanAndDeviation([[0, 10], [2, 30]]);

        Assert.Equal([1, 1], standardizer.Transform([2, 30]));
        Assert.Equal([7, 5], standardizer.Inverse(standardizer.Transform([7, 5])));
    }

    [Fact]
    public void A_feature_that_is_constant_but_for_rounding_is_refused_with_its_index()
    {
        double[][] frames = [.. Enumerable.Range(0, 10).Select(t => new[] { t, .1 })];

        Assert.StartsWith(
            "All 10 values of feature 1 of the training part are 0.1",
            Assert.Throws<ArgumentException>(() => FrameStandardizer.FitMeanAndDeviation(frames)).Message);
    }

    [Fact]
    public void Frames_of_different_lengths_are_refused()
    {
        Assert.StartsWith(
            "Frame 1 has 1 features, frame 0 has 2.",
            Assert.Throws<ArgumentException>(() => FrameStandardizer.FitMeanAndDeviation([[1, 2], [3]])).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(
            () => FrameStandardizer.FitMeanAndDeviation([[0, 10], [2, 30]]).Transform([1]));
    }
}

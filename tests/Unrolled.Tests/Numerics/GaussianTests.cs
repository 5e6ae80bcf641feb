using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace Unrolled.Tests.Numerics;

public class GaussianTests
{
    private const int Count = 200_000;

    [Fact]
    public void The_moments_are_those_of_a_normal_distribution()
    {
        double[] draws = Draws(deviation: 3);

        // Standard errors at this count: mean .0067, deviation .0047, skewness .0055, excess kurtosis .011.
        Assert.InRange(draws.Mean(), -.027, .027);
        Assert.InRange(draws.StandardDeviation(), 2.981, 3.019);
        Assert.InRange(draws.Skewness(), -.022, .022);
        Assert.InRange(draws.Kurtosis(), -.044, .044);
    }

    [Fact]
    public void The_distribution_is_normal_by_Kolmogorov_and_Smirnov()
    {
        double[] draws = Draws(deviation: 1);

        double distance = draws.Order()
            .Select((x, i) => (Below: Normal.CDF(0, 1, x), Rank: i))
            .Max(point => Math.Max(
                Math.Abs(point.Below - (double)point.Rank / Count),
                Math.Abs(point.Below - (double)(point.Rank + 1) / Count)));

        // 1.95/√n is exceeded once in a thousand samples.
        Assert.InRange(distance, 0, 1.95 / Math.Sqrt(Count));
    }

    [Fact]
    public void Draws_one_after_the_other_do_not_depend_on_each_other()
    {
        double[] draws = Draws(deviation: 1);

        Assert.InRange(Correlation.Pearson(draws.SkipLast(1), draws.Skip(1)), -.01, .01);
        Assert.InRange(
            Correlation.Pearson(draws.SkipLast(1).Select(x => x * x), draws.Skip(1).Select(x => x * x)), -.01, .01);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_deviation_that_is_none_is_refused(double deviation)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(
            () => Gaussian.Draw(deviation, new Xoshiro256(1)));
        Assert.Contains($"deviation is {deviation}; expected a finite number of at least 0.", error.Message);
    }

    private static double[] Draws(double deviation)
    {
        var random = new Xoshiro256(4);
        return [.. Enumerable.Range(0, Count).Select(_ => Gaussian.Draw(deviation, random))];
    }
}

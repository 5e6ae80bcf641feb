using Unrolled.Benchmarks.Scaling;

namespace Unrolled.Tests.Benchmarks.Scaling;

public sealed class PowerFitTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1.5)]
    [InlineData(2)]
    public void An_exact_power_law_has_its_exponent(double exponent)
    {
        int[] sizes = [25, 50, 100, 200, 400];
        Assert.Equal(exponent, PowerFit.Exponent(sizes, sizes.Select(size => 7 * Math.Pow(size, exponent))), 12);
    }

    // In logarithms to base 2 the points are (0, 0), (1, 1), (2, 3): the slope is (4/3 + 5/3) / 2.
    [Fact]
    public void Between_the_points_it_is_the_least_squares_line()
    {
        Assert.Equal(1.5, PowerFit.Exponent([1, 2, 4], [1, 2, 8]), 12);
    }

    [Fact]
    public void Only_the_size_of_its_axis_grows()
    {
        Assert.All(ScalingAxis.All, axis =>
        {
            var first = axis.With(axis.Sizes[0]);
            var last = axis.With(axis.Sizes[^1]);
            int[] growth = [last.Time / first.Time, last.Batch / first.Batch, last.Hidden / first.Hidden,
                last.Input / first.Input];
            Assert.Equal([1, 1, 1, 16], growth.Order());
        });
    }
}

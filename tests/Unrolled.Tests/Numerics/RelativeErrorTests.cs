
namespace Unrolled.Tests.Numerics;

public sealed class RelativeErrorTests
{
    [Fact]
    public void The_largest_difference_is_taken_relative_to_the_largest_recorded_value()
    {
        Assert.Equal(0.25, RelativeError.Of([1.0, -4.0, 1e-9], [2.0, -4.0, 1e-3]));
    }

    [Theory]
    [InlineData(9e-13, 0)]
    [InlineData(1e-11, double.PositiveInfinity)]
    public void A_tensor_of_zeros_is_met_within_1e_12_or_not_at_all(double found, double error)
    {
        Assert.Equal(error, RelativeError.Of([found, 0], [0, 0]));
    }

    [Theory]
    [InlineData(double.NaN, 1)]
    [InlineData(1, double.NaN)]
    [InlineData(double.NaN, double.NaN)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    public void What_is_not_a_number_is_infinitely_far(double found, double recorded)
    {
        Assert.Equal(double.PositiveInfinity, RelativeError.Of([found, 1], [recorded, 1]));
    }

    [Fact]
    public void A_series_is_compared_step_by_step()
    {
        Assert.Equal(0.5, RelativeError.OfEveryStep([100, 1.5], [100, 1.0]));
        Assert.Equal(0.005, RelativeError.Of([100, 1.5], [100, 1.0]));
    }

    [Fact]
    public void Different_lengths_are_refused()
    {
        Assert.Throws<ArgumentException>(() => RelativeError.Of([1], [1, 2]));
        Assert.Throws<ArgumentException>(() => RelativeError.OfEveryStep([1], [1, 2]));
    }
}

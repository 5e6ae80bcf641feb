namespace Unrolled.Tests.Numerics;

public sealed class UniformTests
{
    [Fact]
    public void Numbers_lie_between_the_bounds_around_0_and_have_the_variance_of_the_uniform_distribution()
    {
        double[] drawn = Uniform.DrawVector(100_000, 3, new Xoshiro256(1)).ToArray();

        Assert.All(drawn, number => Assert.InRange(number, -3, 3));
        // The standard errors of the mean and of the variance are 3/√(3n) and about 9 · .298/√n.
        Assert.InRange(drawn.Average(), -.025, .025);
        Assert.InRange(drawn.Average(number => number * number), 3 - .04, 3 + .04);
    }

    [Fact]
    public void A_vector_holds_the_numbers_that_the_source_gives_one_after_the_other()
    {
        Xoshiro256 random = new(2);
        Assert.Equal(
            [Uniform.Draw(.5, random), Uniform.Draw(.5, random), Uniform.Draw(.5, random)],
            Uniform.DrawVector(3, .5, new Xoshiro256(2)).ToArray());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_bound_that_is_negative_or_not_finite_is_refused(double bound) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Uniform.Draw(bound, new Xoshiro256(1)));
}

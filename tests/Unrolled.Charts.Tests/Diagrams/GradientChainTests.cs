namespace Unrolled.Charts.Tests.Diagrams;

public class GradientChainTests
{
    private static readonly double[] Halving = [8, 4, 2, 1, 0.5, 0.25];

    [Fact]
    public void A_chain_tells_what_is_left_at_every_fifth_lag() =>
        Assert.Equal(
            "How much of the gradient comes back\nhalving: 1 at lag 0, 0.031 at lag 5",
            new GradientChain([("halving", Halving)], lags: 5).ToString());

    [Fact]
    public void Arrows_are_as_thick_as_the_gradient_that_passes() =>
        Assert.Contains("stroke-width=\"3\"", new GradientChain([("halving", Halving)], lags: 5).ToSvg());

    [Fact]
    public void A_chain_has_a_gradient_at_lag_0_and_enough_lags()
    {
        Assert.Throws<ArgumentException>(() => new GradientChain([("short", Halving)], lags: 6));
        Assert.Throws<ArgumentException>(() => new GradientChain([("none", new double[6])], lags: 5));
        Assert.Throws<ArgumentException>(() => new GradientChain([], lags: 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GradientChain([("halving", Halving)], lags: 2));
    }
}

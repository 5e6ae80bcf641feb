
namespace Unrolled.Tests.Datasets;

public sealed class SlidingWindowTests
{
    private static readonly double[] Series = [0, 10, 20, 30, 40, 50];

    [Fact]
    public void Every_window_ends_one_step_before_its_target()
    {
        IReadOnlyList<SlidingWindow> windows = SlidingWindow.Over(Series, length: 3);

        Assert.Equal([3, 4, 5], windows.Select(window => window.TargetIndex));
        Assert.Equal([10, 20, 30], windows[1].Inputs);
        Assert.Equal(40, windows[1].Target);
    }

    [Fact]
    public void A_longer_horizon_leaves_a_gap_before_the_target()
    {
        SlidingWindow first = SlidingWindow.Over(Series, length: 2, horizon: 3)[0];

        Assert.Equal([0, 10], first.Inputs);
        Assert.Equal((40, 4), (first.Target, first.TargetIndex));
    }

    [Fact]
    public void Windows_of_a_test_part_have_no_target_before_it()
    {
        IReadOnlyList<SlidingWindow> windows = SlidingWindow.Over(Series, length: 3, firstTarget: 4);

        Assert.Equal([4, 5], windows.Select(window => window.TargetIndex));
        Assert.Equal([10, 20, 30], windows[0].Inputs);
    }

    [Theory]
    [InlineData(6, 1, 0)]
    [InlineData(3, 4, 0)]
    [InlineData(3, 1, 6)]
    [InlineData(0, 1, 0)]
    [InlineData(1, 0, 0)]
    public void A_window_that_does_not_fit_is_refused(int length, int horizon, int firstTarget)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SlidingWindow.Over(Series, length, horizon, firstTarget));
    }
}

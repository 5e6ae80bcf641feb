namespace Unrolled.Tests.Tasks;

public sealed class NearestPairTests
{
    private static readonly NearestPair Known = new(
    [
        new([1, 2, 3], [7]), new([1, 2, 4], [8]), new([1, 2, 5], [8]), new([6, 6, 6, 6], [9]),
    ]);

    [Fact]
    public void A_known_source_has_its_own_target() => Assert.Equal([7], Known.Target([1, 2, 3]));

    [Fact]
    public void Of_equally_near_sources_the_target_that_most_of_them_have_counts() =>
        Assert.Equal([8], Known.Target([1, 2, 0]));

    [Fact]
    public void Of_equally_many_targets_the_first_counts() =>
        Assert.Equal([5], new NearestPair([new([1], [5]), new([2], [4])]).Target([3]));

    [Fact]
    public void The_nearest_are_those_with_the_fewest_edits()
    {
        Assert.Equal([[6, 6, 6, 6]], Known.Nearest([6, 6]).Select(pair => pair.Source));
        Assert.Equal(.5, Known.ExactMatch([new([1, 2, 3], [7]), new([6], [1])]));
        Assert.Throws<ArgumentException>(() => new NearestPair([]));
    }
}

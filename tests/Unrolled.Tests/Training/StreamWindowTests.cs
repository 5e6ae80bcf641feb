
namespace Unrolled.Tests.Training;

public sealed class StreamWindowTests
{
    private static readonly ClassExample First = ClassExample.AtEveryStep([[1], [2], [3], [4], [5]], [1, 0, 1, 0, 1]);
    private static readonly ClassExample Second = ClassExample.Where(
        [[6], [7], [8], [9], [10]], t => t == 2 ? 1 : null);

    [Fact]
    public void Windows_follow_one_another_and_only_the_first_begins()
    {
        IReadOnlyList<StreamWindow> windows = StreamWindow.Cut([First, Second], length: 2);

        Assert.Equal([true, false, false], windows.Select(window => window.Begins));
        Assert.Equal([1, 6, 2, 7], windows[0].Inputs.Values);
        Assert.Equal([3, 8, 4, 9], windows[1].Inputs.Values);
        Assert.Equal([5, 10], windows[2].Inputs.Values);
        Assert.Equal([1, 2, 1], windows[2].Inputs.Shape);
    }

    [Fact]
    public void Targets_keep_their_places_and_their_masks()
    {
        var targets = (ClassTargets)StreamWindow.Cut([First, Second], length: 2)[1].Targets;

        Assert.Equal([1, 1, 0, ClassExample.NoClass], targets.Classes);
        Assert.Equal([1, 1, 1, 0], targets.Mask!.Values);
    }

    [Fact]
    public void Streams_of_different_lengths_are_refused_by_their_number()
    {
        ClassExample shorter = ClassExample.AtEveryStep([[1]], [0]);

        var error = Assert.Throws<ArgumentException>(() => StreamWindow.Cut([First, shorter], length: 2));

        Assert.Contains("streams[1] has 1 steps; expected 5", error.Message);
    }

    [Fact]
    public void No_stream_and_no_length_are_refused()
    {
        Assert.Contains(
            "There is no stream", Assert.Throws<ArgumentException>(() => StreamWindow.Cut([], length: 2)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => StreamWindow.Cut([First], length: 0));
    }
}

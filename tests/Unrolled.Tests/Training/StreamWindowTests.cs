
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
        Assert.Equal([1, 6, 2, 7], windows[0].Inputs!.Values);
        Assert.Equal([3, 8, 4, 9], windows[1].Inputs!.Values);
        Assert.Equal([5, 10], windows[2].Inputs!.Values);
        Assert.Equal([1, 2, 1], windows[2].Inputs!.Shape);
    }

    [Fact]
    public void Targets_keep_their_places_and_their_masks()
    {
        var targets = (ClassTargets)StreamWindow.Cut([First, Second], length: 2)[1].Targets;

        Assert.Equal([1, 1, 0, ClassExample.NoClass], targets.Classes);
        Assert.Equal([1, 1, 1, 0], targets.Mask!.Values);
    }

    [Fact]
    public void A_text_is_cut_into_streams_that_follow_one_another_with_the_next_symbol_as_target()
    {
        // Two streams of four steps; the last target is the last symbol that is used.
        IReadOnlyList<StreamWindow> windows = StreamWindow.Cut([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], streams: 2, length: 3);

        Assert.Equal([true, false], windows.Select(window => window.Begins));
        Assert.Equal(new[,] { { 0, 4 }, { 1, 5 }, { 2, 6 } }, windows[0].Symbols);
        Assert.Equal(new[,] { { 3, 7 } }, windows[1].Symbols);
        Assert.Equal([1, 5, 2, 6, 3, 7], ((ClassTargets)windows[0].Targets).Classes);
        Assert.Equal([4, 8], ((ClassTargets)windows[1].Targets).Classes);
        Assert.Null(windows[0].Inputs);
    }

    [Fact]
    public void A_text_without_a_step_for_every_stream_is_refused()
    {
        Assert.StartsWith(
            "text has 3 symbols; expected at least 4",
            Assert.Throws<ArgumentException>(() => StreamWindow.Cut([0, 1, 0], streams: 3, length: 1)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => StreamWindow.Cut([0, 1, 0], streams: 0, length: 1));
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

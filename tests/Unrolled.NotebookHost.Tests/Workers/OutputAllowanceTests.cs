using Unrolled.NotebookHost.Display;
using Unrolled.NotebookHost.Workers;

namespace Unrolled.NotebookHost.Tests.Workers;

public sealed class OutputAllowanceTests
{
    private const int Limit = WorkerLimits.OutputBytes;

    private static readonly CellOutput Text = new StreamOutput(StreamOutput.StandardOutput, "x");
    private static readonly CellOutput Clear = new ClearOutput(Wait: false);

    private readonly OutputAllowance allowance = new();

    [Fact]
    public void Text_displays_and_results_count_together()
    {
        allowance.BeginCell();

        Assert.True(allowance.Takes(Text, Limit / 2));
        Assert.True(allowance.Takes(Shown("a"), Limit / 4));
        Assert.True(allowance.Takes(new ResultOutput(new MimeBundle([])), Limit / 4));
        Assert.False(allowance.Takes(Text, 1));
    }

    [Fact]
    public void Each_cell_begins_anew()
    {
        allowance.BeginCell();
        Assert.True(allowance.Takes(Text, Limit));
        allowance.BeginCell();

        Assert.True(allowance.Takes(Text, Limit));
    }

    [Fact]
    public void A_picture_that_is_shown_in_the_place_of_the_one_before_may_go_on_for_ever()
    {
        allowance.BeginCell();
        allowance.Takes(Shown("a"), Limit / 2);

        Assert.All(Enumerable.Range(0, 100), _ => Assert.True(allowance.Takes(Update("a"), Limit)));
        Assert.All(
            Enumerable.Range(0, 100),
            _ => Assert.True(allowance.Takes(Clear, 1) && allowance.Takes(Shown("a"), Limit)));
    }

    [Fact]
    public void An_update_counts_for_every_display_that_it_rewrites_those_of_earlier_cells_too()
    {
        allowance.BeginCell();
        Assert.All(Enumerable.Range(0, 100), _ => Assert.True(allowance.Takes(Shown("a"), 1)));
        allowance.BeginCell();

        Assert.True(allowance.Takes(Update("a"), Limit / 100));
        Assert.True(allowance.Takes(Clear, 1));
        Assert.False(allowance.Takes(Update("a"), Limit / 50));
    }

    [Fact]
    public void An_update_of_something_that_was_never_shown_counts_for_nothing()
    {
        allowance.BeginCell();

        Assert.True(allowance.Takes(Update("a"), 2L * Limit));
    }

    private static DisplayOutput Shown(string id) => new(new MimeBundle([]), id);

    private static DisplayOutput Update(string id) => new(new MimeBundle([]), id, IsUpdate: true);
}

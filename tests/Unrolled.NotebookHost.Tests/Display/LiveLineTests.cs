using Unrolled.NotebookHost.Display;

namespace Unrolled.NotebookHost.Tests.Display;

public sealed class LiveLineTests : IDisposable
{
    private readonly ManualClock clock = new();
    private readonly OutputSink sink = new();
    private readonly List<CellOutput> outputs = [];
    private readonly LiveLine line;

    public LiveLineTests()
    {
        sink.Open(outputs.Add);
        line = new LiveLine(sink, clock);
    }

    private IEnumerable<string> Lines => outputs.Cast<ProgressOutput>().Select(output => output.Text);

    public void Dispose() => sink.Dispose();

    [Fact]
    public void A_long_training_shows_step_loss_and_time_left_and_the_end_erases_them()
    {
        line.Begin();
        for (int step = 1; step <= 30; step++)
            Step(step, of: 100, loss: .5, milliseconds: 100);
        line.End();

        Assert.Equal("step 10 of 100, loss 0.5, 9 s left", Lines.First());
        Assert.Equal("step 30 of 100, loss 0.5, 7 s left", Lines.SkipLast(1).Last());
        Assert.Equal("", Lines.Last());
    }

    [Fact]
    public void A_short_cell_shows_nothing()
    {
        line.Begin();
        Step(1, of: 100, loss: .5, milliseconds: 900);
        line.End();

        Assert.Empty(outputs);
    }

    [Fact]
    public void The_line_changes_at_most_five_times_a_second()
    {
        line.Begin();
        for (int step = 1; step <= 3000; step++)
            Step(step, of: 3000, loss: .5, milliseconds: 1);

        Assert.InRange(outputs.Count, 9, 11);
    }

    [Theory]
    [InlineData(90, "step 3 of 100, loss 0.5, 2 h 25 min left")]
    [InlineData(3, "step 3 of 100, loss 0.5, 4 min 51 s left")]
    public void The_time_left_is_told_as_people_tell_it(int secondsForAStep, string expected)
    {
        line.Begin();
        for (int step = 1; step <= 3; step++)
            Step(step, of: 100, loss: .5, milliseconds: 1000 * secondsForAStep);

        Assert.Equal(expected, Lines.Last());
    }

    [Fact]
    public void The_time_left_of_a_second_training_does_not_count_the_first()
    {
        line.Begin();
        for (int step = 1; step <= 5; step++)
            Step(step, of: 5, loss: .5, milliseconds: 10_000);
        for (int step = 1; step <= 3; step++)
            Step(step, of: 5, loss: .5, milliseconds: 1000);

        Assert.Equal("step 3 of 5, loss 0.5, 2 s left", Lines.Last());
    }

    [Fact]
    public void What_a_thread_tells_after_the_end_of_its_cell_is_not_shown()
    {
        line.Begin();
        line.End();
        Step(1, of: 5, loss: .5, milliseconds: 5000);

        Assert.Empty(outputs);
    }

    private void Step(int step, int of, double loss, int milliseconds)
    {
        clock.Milliseconds += milliseconds;
        line.Report((step, of, loss));
    }

    private sealed class ManualClock : TimeProvider
    {
        public long Milliseconds { get; set; }

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => Milliseconds;
    }
}

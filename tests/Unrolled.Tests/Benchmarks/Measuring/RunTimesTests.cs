using Unrolled.Benchmarks.Measuring;

namespace Unrolled.Tests.Benchmarks.Measuring;

public sealed class RunTimesTests
{
    private static readonly RunPlan Shortest = new(Runs: 7, Seconds: 0, AllocationSteps: 1, IsQuick: true);

    [Fact]
    public void There_are_as_many_runs_as_planned_after_thirty_to_warm_up()
    {
        int runs = 0;
        Assert.Equal(7, RunTimes.Measure(() => runs++, Shortest).Count);
        Assert.InRange(runs, 30 + 7, int.MaxValue);
    }

    [Fact]
    public void Every_byte_of_every_run_is_counted()
    {
        Assert.InRange(Allocation.Of(() => GC.KeepAlive(new byte[10_000]), runs: 100), 1_000_000, long.MaxValue);
    }
}

namespace Unrolled.Tests;

public sealed class HostileShareTests
{
    [Fact]
    public void The_readers_get_2000_hostile_inputs_in_a_test_run_and_100000_at_night_at_least()
    {
        Assert.InRange(HostileShare.Total.TestRun, 2_000, 4_000);
        Assert.InRange(HostileShare.Total.Nightly, 100_000, 200_000);
    }
}

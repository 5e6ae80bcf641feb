namespace Unrolled.Tests.Training;

public sealed class SeedsTests
{
    private static readonly Lazy<string> Shared = new(() => TestProcess.Run(
        new Dictionary<string, string> { ["DOTNET_PROCESSOR_COUNT"] = "2" }, "seeds"));

    [Fact]
    public void Results_are_in_the_order_of_the_seeds_whichever_run_ends_first()
    {
        int[] results = Seeds.Run([5, 1, 3], seed =>
        {
            Thread.Sleep(10 * seed);
            return 100 * seed;
        });

        Assert.Equal([500, 100, 300], results);
    }

    [Fact]
    public void Every_setting_has_a_row_with_the_results_of_all_seeds()
    {
        string[][] results = Seeds.Run(["a", "b"], [1, 2, 3], (setting, seed) => $"{setting}{seed}");

        Assert.Equal([["a1", "a2", "a3"], ["b1", "b2", "b3"]], results);
    }

    // In a process with two processors, in which no other test begins a run.
    [Theory]
    [InlineData("A run that ends early makes room for the next", "True True True True")]
    [InlineData("Runs side by side share the threads", "3 3")]
    [InlineData("A run alone has all threads", "6")]
    [InlineData("A run that failed has given its threads back", "6")]
    public void Two_processors_are_shared_between_the_runs(string promise, string expected) =>
        Assert.Contains($"{promise}: {expected}\n", Shared.Value, StringComparison.Ordinal);
}

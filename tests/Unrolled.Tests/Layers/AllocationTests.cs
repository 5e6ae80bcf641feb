namespace Unrolled.Tests.Layers;

public sealed class AllocationTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_hundred_steady_training_steps_allocate_nothing(int threads)
    {
        // Code that is compiled anew in the background allocates now and then.
        string found = TestProcess.Run(
            new Dictionary<string, string> { ["DOTNET_TieredCompilation"] = "0" }, "allocations", $"{threads}");

        Assert.Equal(
            ["EveryStep: 0", "LastStep: 0"], found.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }
}

namespace Unrolled.Notebooks.Tests;

public class ExecutionTests
{
    public static TheoryData<string> Notebooks => [.. Repository.Notebooks];

    [Theory]
    [MemberData(nameof(Notebooks))]
    public async Task Every_notebook_runs_from_its_first_cell_to_its_last(string notebook)
    {
        BuildFreshness.Require();

        (int exitCode, string output) = await UnrolledCommand.RunAsync("run", "--no-build", notebook);

        Assert.True(exitCode == 0, output);
    }
}

namespace Unrolled.Notebooks.Tests;

/// <summary>
/// The common dialect: what .NET Interactive, ClrKernel, Verso and our own host all understand, but for letters outside
/// ASCII, which ClrKernel 0.10 loses.
/// </summary>
public class DialectTests
{
    [Fact]
    public async Task Every_notebook_keeps_to_what_every_kernel_understands()
    {
        BuildFreshness.Require();

        (int exitCode, string output) = await UnrolledCommand.RunAsync("check", "--static");

        Assert.True(exitCode == 0, output);
        Assert.Contains($"{Repository.AllNotebooks.Count} notebooks: ", output);
    }
}

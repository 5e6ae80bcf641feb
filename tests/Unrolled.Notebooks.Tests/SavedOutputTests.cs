namespace Unrolled.Notebooks.Tests;

/// <summary>What a reader sees in a notebook is what its code shows.</summary>
[Collection(ExecutedSeries.Name)]
public class SavedOutputTests(ExecutedSeries series)
{
    [Fact]
    public async Task Every_notebook_shows_what_is_saved_in_it()
    {
        string executed = await series.ExecuteAllAsync();

        (int exitCode, string output) = await UnrolledCommand.RunAsync("check", "--executed", series.Folder);

        Assert.True(exitCode == 0, output + executed);
        Assert.Contains($"{Repository.AllNotebooks.Count} notebooks: ", output);
    }
}

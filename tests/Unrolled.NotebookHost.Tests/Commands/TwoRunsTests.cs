using System.Diagnostics;

namespace Unrolled.NotebookHost.Tests.Commands;

/// <summary>Two commands at the same time on the same files.</summary>
public sealed class TwoRunsTests : IDisposable
{
    // Ends when both have begun.
    private const string Meeting = """
        string own = $"../begun-{Environment.ProcessId}";
        System.IO.File.Create(own).Dispose();
        while (System.IO.Directory.GetFiles("..", "begun-*").Length < 2)
            await System.Threading.Tasks.Task.Delay(10);
        """;

    // One of them waits until the other has saved.
    private const string LaterOne = """
        bool isLater = own == System.IO.Directory.GetFiles("..", "begun-*").Max();
        while (isLater && !System.IO.File.ReadAllText("a.ipynb").Contains("\"execution_count\": 1"))
            await System.Threading.Tasks.Task.Delay(10);
        Environment.ProcessId
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Of_two_saves_of_one_notebook_the_later_is_told_and_the_outputs_of_both_are_kept()
    {
        folder.WriteNotebook("book/a.ipynb", Meeting, LaterOne);

        CommandResult[] results = await BothAsync("run", "book/a.ipynb", "--save");

        Assert.Equal([0, 1], results.Select(result => result.ExitCode).Order());
        Assert.Contains(
            "book/a.ipynb: changed while it ran, and left as it is; the executed notebook is book/a.executed.ipynb.",
            results.Single(result => result.ExitCode == 1).Output);
        Assert.Equal(
            Directory.GetFiles(folder.Path, "begun-*").Select(file => file.Split('-')[^1]).Order(),
            new[] { "a", "a.executed" }.Select(name => ShownBy($"book/{name}.ipynb")).Order());
        Assert.DoesNotContain(folder.Files, file => file.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [NightlyFact]
    public async Task Two_books_into_one_folder_leave_one_whole_book()
    {
        folder.WriteNotebook("book/a.ipynb", Meeting);

        CommandResult[] results = await BothAsync("book", "book/a.ipynb", "--output", "pages");

        Assert.All(results, result => Assert.True(result.ExitCode == 0, result.Text));
        Assert.EndsWith("</html>", (await File.ReadAllTextAsync(folder["pages/a.html"])).TrimEnd());
        Assert.Equal(["book", "pages"], Directory.GetDirectories(folder.Path).Select(Path.GetFileName).Order());
    }

    private string ShownBy(string notebook) =>
        string.Concat(folder.ReadNotebook(notebook).Cells[1].Outputs[0]!["data"]!["text/plain"]!.AsArray());

    private Task<CommandResult[]> BothAsync(params string[] arguments)
    {
        Process[] both = [UnrolledCommand.Start(folder, arguments), UnrolledCommand.Start(folder, arguments)];
        return Task.WhenAll(both.Select(UnrolledCommand.EndAsync));
    }
}

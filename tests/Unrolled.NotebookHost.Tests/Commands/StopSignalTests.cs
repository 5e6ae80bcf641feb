using System.Diagnostics;

namespace Unrolled.NotebookHost.Tests.Commands;

public sealed class StopSignalTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(Signal.Interrupt)]
    [NightlyInlineData(Signal.Terminate)]
    public async Task A_signal_ends_the_run_cleanly(int signal)
    {
        folder.WriteNotebook("a.ipynb", "1");
        string before = await File.ReadAllTextAsync(folder.WriteNotebook("b.ipynb", "1", """
            var child = System.Diagnostics.Process.Start("sleep", "1000");
            File.WriteAllText("child", child.Id + "\n");
            File.WriteAllText("worker", Environment.ProcessId + "\n");
            while (true) { }
            """));
        folder.WriteNotebook("c.ipynb", "1");
        Process command = UnrolledCommand.Start(folder, "run", ".", "--save", "--report", "junit.xml");
        int worker = await ProcessWatch.IdInAsync(folder["worker"]);

        Signal.Send(command, signal);
        CommandResult result = await UnrolledCommand.EndAsync(command);

        Assert.Equal(130, result.ExitCode);
        Assert.Contains("b.ipynb: interrupted at cell 2", result.Output);
        Assert.DoesNotContain("c.ipynb", result.Output);
        Assert.Contains("1 of 3 not started\n", result.Output);
        Assert.Equal(before, await File.ReadAllTextAsync(folder["b.ipynb"]));
        await ProcessWatch.EndedAsync(worker);
        await ProcessWatch.EndedAsync(await ProcessWatch.IdInAsync(folder["child"]));
        Assert.Equal(["a.ipynb", "b.ipynb", "c.ipynb", "child", "junit.xml", "worker"], folder.Files);
    }
}

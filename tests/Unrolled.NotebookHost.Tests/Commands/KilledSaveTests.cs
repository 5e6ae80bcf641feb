using System.Diagnostics;
using Xunit.Abstractions;

namespace Unrolled.NotebookHost.Tests.Commands;

/// <summary>
/// <c>run --save</c> ended by SIGKILL at a random moment: of the whole run, and every second time of the writing of the
/// new file.
/// </summary>
public sealed class KilledSaveTests(ITestOutputHelper output) : IDisposable
{
    private const string Notebook = "book/a.ipynb";

    // A file of megabytes, so that the moment of writing is not over at once.
    private const string Cell = """
        System.IO.File.Create($"../worker-{Environment.ProcessId}").Dispose();
        for (int i = 0; i < 40_000; i++)
            Console.WriteLine($"line {i} of a text that is long enough to make the file of the notebook a large one");
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public Task Ten_kills_during_a_save_leave_the_old_file_or_the_new_one_whole() => KillAsync(10);

    [NightlyFact]
    public Task Two_hundred_kills_during_a_save_leave_the_old_file_or_the_new_one_whole() => KillAsync(200);

    private async Task KillAsync(int kills)
    {
        Random random = new(kills);
        string old = await File.ReadAllTextAsync(folder.WriteNotebook(Notebook, Cell));
        Stopwatch clock = Stopwatch.StartNew();
        CommandResult whole = await UnrolledCommand.RunAsync(folder, "run", Notebook, "--save");
        TimeSpan wholeRun = clock.Elapsed;
        Assert.True(whole.ExitCode == 0, whole.Text);
        string saved = await File.ReadAllTextAsync(folder[Notebook]);

        int kept = 0, left = 0;
        for (int kill = 1; kill <= kills; kill++)
        {
            folder.Write(Notebook, old);
            int temporary = Temporary().Length;
            using (Process run = UnrolledCommand.Start(folder, "run", Notebook, "--save"))
                await KillAsync(run, random, kill % 2 == 0 ? null : random.NextDouble() * wholeRun);
            string found = await File.ReadAllTextAsync(folder[Notebook]);
            Assert.True(found == old || found == saved, $"Kill {kill} left a file of {found.Length} characters.");
            kept += found == old ? 1 : 0;
            left += Temporary().Length > temporary ? 1 : 0;
            await WorkersEndedAsync();
        }

        output.WriteLine($"{kills} kills: {kept} old files, {kills - kept} new ones, {left} temporary files left");
        CommandResult last = await UnrolledCommand.RunAsync(folder, "run", Notebook, "--save");
        Assert.True(last.ExitCode == 0, last.Text);
        Assert.Equal(saved, await File.ReadAllTextAsync(folder[Notebook]));
        await WorkersEndedAsync();
        Assert.Equal([Notebook], folder.Files);
    }

    // Without a moment: a little after the temporary file is there.
    private async Task KillAsync(Process run, Random random, TimeSpan? moment)
    {
        int temporary = Temporary().Length;
        if (moment is null)
            SpinWait.SpinUntil(() => run.HasExited || Temporary().Length > temporary);
        await Task.Delay(moment ?? TimeSpan.FromMilliseconds(random.Next(4)));
        run.Kill();
        await run.WaitForExitAsync();
    }

    private async Task WorkersEndedAsync()
    {
        foreach (string worker in Directory.GetFiles(folder.Path, "worker-*"))
        {
            await ProcessWatch.EndedAsync(int.Parse(worker.Split('-')[^1]));
            File.Delete(worker);
        }
    }

    private string[] Temporary() =>
        Directory.GetFiles(folder["book"], ".a.ipynb.*.tmp", new EnumerationOptions { AttributesToSkip = 0 });
}

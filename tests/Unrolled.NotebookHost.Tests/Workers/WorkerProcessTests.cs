using System.Diagnostics;
using Unrolled.NotebookHost.Display;
using Unrolled.NotebookHost.Execution;
using Unrolled.NotebookHost.Workers;

namespace Unrolled.NotebookHost.Tests.Workers;

public sealed class WorkerProcessTests : IDisposable
{
    private const string Native = """
        [System.Runtime.InteropServices.DllImport("libc")] static extern int puts(string text);
        [System.Runtime.InteropServices.DllImport("libc")] static extern int close(int file);

        """;

    // It leads a session of its own, and its parent ends at once.
    private const string Daemon = """
        System.Diagnostics.Process.Start("sh", ["-c", "setsid sleep 1000 & echo $! > id"]).WaitForExit();

        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_interrupted_cell_leaves_the_worker_and_its_variables()
    {
        await using WorkerProcess worker = await WorkerProcess.StartAsync(folder.Path, new WorkerLimits());
        await ExecuteAsync(worker, "int x = 42;");
        Task<CellResult> cell = worker.ExecuteAsync(
            new RunCellRequest(1, "a", """File.WriteAllText("id", "1\n"); while (true) { }""", AllowInterrupt: true),
            _ => { });
        await ProcessWatch.IdInAsync(folder["id"]);

        await worker.InterruptAsync();

        Assert.Equal("Interrupted", (await cell).Error!.Name);
        Assert.IsType<ResultOutput>(Assert.Single(await ExecuteAsync(worker, "x")));
    }

    [NightlyFact]
    public async Task A_question_between_two_cells_loses_nothing_that_is_shown_between_them()
    {
        await using WorkerProcess worker = await WorkerProcess.StartAsync(folder.Path, new WorkerLimits());
        await ExecuteAsync(worker, Native + """
            new System.Threading.Thread(() =>
            {
                while (!File.Exists("go")) System.Threading.Thread.Sleep(10);
                puts("between");
                fflush(0);
                File.WriteAllText("gone", "1\n");
            }).Start();
            [System.Runtime.InteropServices.DllImport("libc")] static extern int fflush(nint file);
            """);
        folder.Write("go", "");
        await ProcessWatch.IdInAsync(folder["gone"]);

        CompletionReply reply = Assert.IsType<CompletionReply>(
            await worker.AskAsync(new CompletionRequest("Math.Sqr", 8)));

        Assert.Equal("Sqrt", Assert.Single(reply.Completions.Items).Text);
        Assert.Contains(new StreamOutput("stdout", "between\n"), await ExecuteAsync(worker, "int y = 1;"));
    }

    [Fact]
    public async Task What_threads_write_after_the_last_cell_is_delivered_when_the_worker_ends()
    {
        await using WorkerProcess worker = await WorkerProcess.StartAsync(folder.Path, new WorkerLimits());
        await ExecuteAsync(worker, """
            var thread = new System.Threading.Thread(() =>
            {
                while (!File.Exists("go")) System.Threading.Thread.Sleep(10);
                Console.Write("late");
                File.WriteAllText("gone", "1\n");
            });
            thread.Start();
            """);
        folder.Write("go", "");
        await ProcessWatch.IdInAsync(folder["gone"]);
        List<CellOutput> late = [];

        await worker.FinishAsync(late.Add);

        Assert.Equal([new StreamOutput("stdout", "late")], late);
    }

    [Fact]
    public async Task A_cell_that_closes_its_standard_streams_still_ends()
    {
        await using WorkerProcess worker = await WorkerProcess.StartAsync(folder.Path, new WorkerLimits());

        await ExecuteAsync(worker, Native + "close(1); close(2);");

        Assert.IsType<ResultOutput>(Assert.Single(await ExecuteAsync(worker, "1 + 1")));
    }

    [Fact]
    public async Task A_cell_that_prints_without_end_is_ended()
    {
        WorkerEndedException ended = await EndAsync(
            """while (true) Console.Write(new string('x', 1 << 20));""", new WorkerLimits());

        Assert.Equal("OutputLimit", ended.Error.Name);
    }

    [Fact]
    public async Task What_a_cell_showed_before_it_crashed_is_kept()
    {
        await using WorkerProcess worker = await WorkerProcess.StartAsync(folder.Path, new WorkerLimits());
        List<CellOutput> shown = [];

        await Assert.ThrowsAsync<WorkerEndedException>(() => worker.ExecuteAsync(
            new RunCellRequest(1, "a", """Console.Write("before"); Environment.FailFast("broken");"""), shown.Add));

        Assert.Equal([new StreamOutput("stdout", "before")], shown);
    }

    [Fact]
    public async Task Cancelling_ends_the_process()
    {
        await using WorkerProcess worker = await WorkerProcess.StartAsync(folder.Path, new WorkerLimits());
        using CancellationTokenSource cancel = new();
        Task<CellResult> cell = worker.ExecuteAsync(
            new RunCellRequest(1, "a", """File.WriteAllText("id", Environment.ProcessId + "\n"); while (true) { }"""),
            _ => { }, cancel.Token);
        int id = await ProcessWatch.IdInAsync(folder["id"]);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cell);
        await ProcessWatch.EndedAsync(id);
    }

    [Theory]
    [InlineData("Environment.FailFast(\"broken\");")]
    [NightlyInlineData("Environment.Exit(0);")]
    [NightlyInlineData("")]
    public async Task What_a_cell_started_ends_with_its_worker(string ending)
    {
        string start = """
            var child = System.Diagnostics.Process.Start("sleep", "1000");
            File.WriteAllText("id", child.Id + "\n");
            """;
        await using (WorkerProcess worker = await WorkerProcess.StartAsync(folder.Path, new WorkerLimits()))
        {
            Task<CellResult> cell = worker.ExecuteAsync(new RunCellRequest(1, "a", start + ending), _ => { });
            if (ending.Length > 0)
                await Assert.ThrowsAsync<WorkerEndedException>(() => cell);
            else
                Assert.True((await cell).Succeeded);
        }

        await ProcessWatch.EndedAsync(await ProcessWatch.IdInAsync(folder["id"]));
    }

    [Theory]
    [NightlyInlineData("Environment.FailFast(\"broken\");")]
    [InlineData("")]
    public async Task A_daemon_that_a_cell_started_ends_with_its_worker(string ending)
    {
        string start = Daemon + "while (!File.Exists(\"id\")) System.Threading.Thread.Sleep(10);\n";
        await using (WorkerProcess worker = await WorkerProcess.StartAsync(folder.Path, new WorkerLimits()))
        {
            Task<CellResult> cell = worker.ExecuteAsync(new RunCellRequest(1, "a", start + ending), _ => { });
            if (ending.Length > 0)
                await Assert.ThrowsAsync<WorkerEndedException>(() => cell);
            else
                Assert.True((await cell).Succeeded);
        }

        await ProcessWatch.EndedAsync(await ProcessWatch.IdInAsync(folder["id"]));
    }

    [Fact]
    public async Task A_process_that_never_was_ready_is_told_with_the_reason()
    {
        WorkerEndedException ended = await Assert.ThrowsAsync<WorkerEndedException>(
            () => WorkerProcess.StartAsync(folder.Path, new WorkerLimits(MemoryBytes: 1 << 20)));

        Assert.Equal("The notebook's process ran out of memory; it had --memory 1 MB.", ended.Message);
    }

    [Fact]
    public async Task The_least_memory_that_may_be_given_is_enough_for_a_small_cell()
    {
        await using WorkerProcess worker = await WorkerProcess.StartAsync(
            folder.Path, new WorkerLimits(MemoryBytes: WorkerLimits.LeastMemoryBytes));

        Assert.IsType<ResultOutput>(Assert.Single(await ExecuteAsync(worker, "Enumerable.Range(1, 9).Sum()")));
    }

    [Theory]
    [InlineData("for (;;) display(HTML(new string('x', 5_000_000)));")]
    [NightlyInlineData("for (;;) Console.WriteLine(new string('x', 5_000_000));")]
    [NightlyInlineData("display(HTML(new string('x', 100_000_000)));")]
    [NightlyInlineData("HTML(new string('x', 100_000_000))")]
    public async Task A_cell_that_shows_too_much_is_ended_and_named(string source)
    {
        WorkerEndedException ended = await EndAsync(source, new WorkerLimits());

        Assert.Equal("OutputLimit: The cell showed more than 64 MB and was ended.", ended.Error.Traceback[0]);
    }

    [NightlyFact]
    public async Task The_packages_of_a_process_that_was_ended_do_not_stay_in_the_temporary_folder()
    {
        await using WorkerProcess worker = await WorkerProcess.StartAsync(folder.Path, new WorkerLimits());
        await Assert.ThrowsAsync<WorkerEndedException>(() => worker.ExecuteAsync(
            new RunCellRequest(
                1, "a", """
                    File.WriteAllText("id", Environment.ProcessId + "\n");
                    Directory.CreateTempSubdirectory($"unrolled-packages-{Environment.ProcessId}-");
                    Environment.FailFast("broken");
                    """),
            _ => { }));

        int id = await ProcessWatch.IdInAsync(folder["id"]);
        Assert.Empty(Directory.EnumerateDirectories(Path.GetTempPath(), $"unrolled-packages-{id}-*"));
    }

    [Fact]
    public async Task A_worker_whose_host_is_killed_ends_by_itself_with_what_it_started()
    {
        folder.WriteNotebook("a.ipynb", """
            var child = System.Diagnostics.Process.Start("sleep", "1000");
            File.WriteAllText("child", child.Id + "\n");

            """ + Daemon + """
            File.WriteAllText("worker", Environment.ProcessId + "\n");
            while (true) { }
            """);
        using Process host = UnrolledCommand.Start(folder, "run", "a.ipynb");
        int worker = await ProcessWatch.IdInAsync(folder["worker"]);

        host.Kill(entireProcessTree: false);

        await ProcessWatch.EndedAsync(worker);
        await ProcessWatch.EndedAsync(await ProcessWatch.IdInAsync(folder["child"]));
        await ProcessWatch.EndedAsync(await ProcessWatch.IdInAsync(folder["id"]));
    }

    private static async Task<List<CellOutput>> ExecuteAsync(WorkerProcess worker, string source)
    {
        List<CellOutput> shown = [];
        CellResult result = await worker.ExecuteAsync(new RunCellRequest(1, "a", source), shown.Add);
        Assert.True(result.Succeeded, result.Error?.Message);
        return shown;
    }

    private async Task<WorkerEndedException> EndAsync(string source, WorkerLimits limits)
    {
        await using WorkerProcess worker = await WorkerProcess.StartAsync(folder.Path, limits);
        return await Assert.ThrowsAsync<WorkerEndedException>(
            () => worker.ExecuteAsync(new RunCellRequest(1, "a", source), _ => { }));
    }
}

using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Unrolled.NotebookHost.Tests.Jupyter;

/// <summary>How a kernel is interrupted, survives what cells do to it, and ends.</summary>
public sealed class KernelLifeTests(RunningKernel kernel) : IClassFixture<RunningKernel>
{
    [TheoryRequires(ExternalTool.Jupyter)]
    [InlineData("interrupt")]
    [InlineData("signal_group")]
    public async Task An_interrupt_stops_an_endless_cell_and_the_variables_survive(string way)
    {
        JupyterClient client = await kernel.ClientAsync();
        await client.ExecuteAsync("int x = 41;");
        string endless = await client.BeginAsync("x = 42;\nConsole.WriteLine(\"started\");\nwhile (true) { }");
        await client.DoAsync("published", new JsonObject { ["type"] = "stream" });

        await client.DoAsync(way);
        JupyterAnswer answer = await client.ReceiveAsync(endless);

        Assert.Equal("Interrupted", answer.Reply["ename"]!.GetValue<string>());
        Assert.Contains($"cell {answer.Reply["execution_count"]}, line 3", answer.Reply["traceback"]!.ToJsonString());
        Assert.Equal("42", (await client.ExecuteAsync("x")).Result);
    }

    [FactRequires(ExternalTool.Jupyter)]
    public async Task An_interrupt_ends_the_wait_for_a_line()
    {
        JupyterClient client = await kernel.ClientAsync();
        string asking = await client.BeginAsync("Console.ReadLine()", allowInput: true);
        await client.DoAsync("asked_for_input");

        await client.DoAsync("interrupt");

        Assert.Equal("Interrupted", (await client.ReceiveAsync(asking)).Reply["ename"]!.GetValue<string>());
        Assert.Equal("next", (await client.ExecuteAsync("Console.ReadLine()", typed: ["next"])).Result);
    }

    [FactRequires(ExternalTool.Jupyter)]
    public async Task An_interrupt_while_no_cell_runs_does_nothing()
    {
        JupyterClient client = await kernel.ClientAsync();
        await client.ExecuteAsync("int x = 1;");

        await client.DoAsync("interrupt");
        await client.DoAsync("signal_group");

        Assert.Equal("1", (await client.ExecuteAsync("System.Threading.Thread.Sleep(500);\nx")).Result);
    }

    [FactRequires(ExternalTool.Jupyter)]
    public async Task Code_that_no_interrupt_reaches_is_ended_by_a_second_one()
    {
        JupyterClient client = await kernel.ClientAsync();
        string native = await client.BeginAsync("""
            [System.Runtime.InteropServices.DllImport("libc")] static extern int pause();
            Console.WriteLine("started");
            pause();
            """);
        await client.DoAsync("published", new JsonObject { ["type"] = "stream" });

        await client.DoAsync("interrupt");
        JsonObject atOnce = await client.DoAsync("published", new JsonObject { ["type"] = "stream" });
        JsonObject notice = await client.DoAsync("published", new JsonObject { ["type"] = "stream" });
        await client.DoAsync("interrupt");

        Assert.Contains("Interrupt requested", atOnce["content"]!["text"]!.GetValue<string>());
        Assert.Contains("Interrupt once more", notice["content"]!["text"]!.GetValue<string>());
        Assert.Equal("Interrupted", (await client.ReceiveAsync(native)).Reply["ename"]!.GetValue<string>());
        Assert.Equal("2", (await client.ExecuteAsync("1 + 1")).Result);
    }

    [TheoryRequires(ExternalTool.Jupyter)]
    [NightlyInlineData("int F(int n) => F(n + 1) + 1;\nF(0)", "StackOverflow")]
    [NightlyInlineData("Environment.Exit(3);", "ProcessExit")]
    [InlineData("Environment.FailFast(\"broken\");", "FailFast")]
    [NightlyInlineData(
        "new System.Threading.Thread(() => throw new Exception(\"far away\")).Start();\n"
        + "System.Threading.Thread.Sleep(-1);",
        "UnhandledException")]
    public async Task A_crash_is_an_error_in_its_cell_and_the_next_one_runs_in_a_fresh_session(
        string crash, string name)
    {
        JupyterClient client = await kernel.ClientAsync();
        await client.ExecuteAsync("int x = 1;");

        JupyterAnswer answer = await client.ExecuteAsync("Console.WriteLine(\"before\");\n" + crash);
        JupyterAnswer next = await client.ExecuteAsync("int y = 2;\ny");
        JupyterAnswer lost = await client.ExecuteAsync("x");

        Assert.Equal(name, answer.Reply["ename"]!.GetValue<string>());
        Assert.Equal(name, answer.Contents("error").Single()["ename"]!.GetValue<string>());
        Assert.Equal("before\n", answer.Stream("stdout"));
        Assert.Contains($"This is a fresh session: the one before it ended ({name})", next.Stream("stderr"));
        Assert.Equal("2", next.Result);
        Assert.Equal("CompilationError", lost.Reply["ename"]!.GetValue<string>());
        Assert.Equal("", lost.Stream("stderr"));
    }

    [TheoryRequires(ExternalTool.Jupyter)]
    [InlineData("int F(int n) => F(n + 1) + 1;\nF(0)", "F(int)")]
    [NightlyInlineData("string F(int n) => string.Join(\",\", new[] { 1 }.Select(i => F(n + 1)));\nF(0)", "F(int)")]
    public async Task A_stack_overflow_is_told_in_a_screenful(string overflow, string repeated)
    {
        JupyterClient client = await kernel.ClientAsync();

        JupyterAnswer answer = await client.ExecuteAsync(overflow);

        JsonObject error = Assert.Single(answer.Contents("error"));
        Assert.Matches(
            @$"^The cell overflowed the stack: .*{Regex.Escape(repeated)}.* repeated ",
            error["evalue"]!.GetValue<string>());
        Assert.InRange(answer.Published.Sum(message => message.Content.ToJsonString().Length), 1, 4000);
    }

    [FactRequires(ExternalTool.Jupyter)]
    public async Task A_process_that_ends_between_two_cells_is_replaced_too()
    {
        JupyterClient client = await kernel.ClientAsync();
        await client.ExecuteAsync(
            "File.WriteAllText(\"id\", Environment.ProcessId + \"\\n\");\n"
            + "new System.Threading.Thread(() => { System.Threading.Thread.Sleep(300); Environment.Exit(5); "
            + "}).Start();");
        string id = Path.Combine(kernel.Installed.NotebookFolder, "id");
        await ProcessWatch.EndedAsync(await ProcessWatch.IdInAsync(id));

        // The test sees the end before the host does.
        await Task.Delay(500);
        JupyterAnswer answer = await client.ExecuteAsync("1 + 1");

        Assert.Contains("This is a fresh session: the one before it ended (ProcessExit)", answer.Stream("stderr"));
        Assert.Equal("2", answer.Result);
    }

    [FactRequires(ExternalTool.Jupyter)]
    public async Task A_restart_begins_anew()
    {
        await using JupyterClient client = await kernel.StartAsync();
        await client.ExecuteAsync("int x = 1;");
        int[] before = await ProcessesAsync(client);

        await client.DoAsync("restart");

        JupyterAnswer answer = await client.ExecuteAsync("x");
        Assert.Equal("CompilationError", answer.Reply["ename"]!.GetValue<string>());
        Assert.Equal(1, answer.Reply["execution_count"]!.GetValue<int>());
        foreach (int process in before)
            await ProcessWatch.EndedAsync(process);
    }

    [TheoryRequires(ExternalTool.Jupyter)]
    [InlineData("shut_down", "1")]
    [NightlyInlineData("shut_down", "while (true) { }")]
    [InlineData("kill", "while (true) { }")]
    [NightlyInlineData("kill", "while (true) Console.WriteLine(1);")]
    public async Task No_process_stays_behind(string end, string lastCell)
    {
        await using JupyterClient client = await kernel.StartAsync();
        await client.ExecuteAsync("var child = System.Diagnostics.Process.Start(\"sleep\", \"1000\");");
        int[] processes = await ProcessesAsync(client);
        await client.BeginAsync("Console.WriteLine(\"started\");\n" + lastCell);
        await client.DoAsync("published", new JsonObject { ["type"] = "stream" });

        await client.DoAsync(end);

        // Jupyter's side, the host, the worker, and what the cell started.
        Assert.Equal(4, processes.Length);
        foreach (int process in processes)
            await ProcessWatch.EndedAsync(process);
    }

    private static async Task<int[]> ProcessesAsync(JupyterClient client) =>
        [.. (await client.DoAsync("processes"))["ids"]!.AsArray().Select(id => id!.GetValue<int>())];
}

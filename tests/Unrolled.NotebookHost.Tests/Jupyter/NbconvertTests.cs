using System.Diagnostics;
using System.Text.Json.Nodes;
using Unrolled.NotebookHost.Notebooks;
using Unrolled.NotebookHost.Tests.Execution;

namespace Unrolled.NotebookHost.Tests.Jupyter;

/// <summary>Notebooks run in Jupyter's own runner, without a front end.</summary>
public sealed class NbconvertTests(InstalledKernel kernel) : IClassFixture<InstalledKernel>, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [NightlyFact(ExternalTool.Jupyter, ExternalTool.Nbconvert)]
    public async Task Nbconvert_executes_a_notebook_in_its_own_folder()
    {
        folder.Write("setup.csx", "int hiddenSize = 8;");
        folder.WriteNotebook(
            "a.ipynb", "#!import \"setup.csx\"", "using System.Diagnostics;",
            "Console.WriteLine(\"text\");\nhiddenSize + 1");

        CommandResult result = await ConvertAsync("a.ipynb");

        Assert.True(result.ExitCode == 0, result.Text);
        NotebookCell[] cells = [.. folder.ReadNotebook("executed.ipynb").Cells];
        Assert.Equal([1, 2, 3], cells.Select(cell => cell.ExecutionCount));
        Assert.Equal("text\n", Text(cells[2].Outputs[0]!["text"]!));
        Assert.Equal("9", Text(cells[2].Outputs[1]!["data"]!["text/plain"]!));
    }

    [NightlyFact(ExternalTool.Jupyter, ExternalTool.Nbconvert)]
    public async Task Nbconvert_fails_where_a_cell_fails()
    {
        folder.WriteNotebook("a.ipynb", "int a = 1;", "throw new Exception(\"on purpose\");");

        CommandResult result = await ConvertAsync("a.ipynb");

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("on purpose", result.Error);
    }

    [NightlyFact(ExternalTool.Jupyter, ExternalTool.Nbconvert)]
    public async Task A_cell_that_runs_too_long_is_interrupted()
    {
        folder.WriteNotebook("a.ipynb", "int a = 1;", "while (true) { }", "a + 1");

        CommandResult result = await ConvertAsync(
            "a.ipynb", "--ExecutePreprocessor.timeout=30", "--ExecutePreprocessor.interrupt_on_timeout=True",
            "--allow-errors");

        Assert.True(result.ExitCode == 0, result.Text);
        NotebookCell[] cells = [.. folder.ReadNotebook("executed.ipynb").Cells];
        Assert.Equal("Interrupted", cells[1].Outputs[0]!["ename"]!.ToString());
        Assert.Equal("2", Text(cells[2].Outputs[0]!["data"]!["text/plain"]!));
    }

    [NightlyFact(ExternalTool.Jupyter, ExternalTool.Nbconvert)]
    public async Task The_line_of_a_long_work_leaves_nothing_in_the_notebook()
    {
        LongWork.Build(folder.Path);
        folder.WriteNotebook(
            "a.ipynb",
            LongWork.Reference
            + "var clock = System.Diagnostics.Stopwatch.StartNew();\nConsole.WriteLine(\"before\");\ndisplay(1);\n"
            + "LongWork.Run(() => clock.Elapsed.TotalSeconds > 2);\nConsole.WriteLine(\"after\");\n2",
            "LongWork.Run(() => clock.Elapsed.TotalSeconds > 4);");

        CommandResult result = await ConvertAsync("a.ipynb");

        Assert.True(result.ExitCode == 0, result.Text);
        NotebookCell[] cells = [.. folder.ReadNotebook("executed.ipynb").Cells];
        Assert.Equal(
            ["stream", "display_data", "stream", "execute_result"],
            cells[0].Outputs.Select(output => output!["output_type"]!.GetValue<string>()));
        Assert.Equal("before\n", Text(cells[0].Outputs[0]!["text"]!));
        Assert.Equal("after\n", Text(cells[0].Outputs[2]!["text"]!));
        Assert.Empty(cells[1].Outputs);
    }

    private static string Text(JsonNode lines) =>
        string.Concat(lines.AsArray().Select(line => line!.GetValue<string>()));

    private async Task<CommandResult> ConvertAsync(string notebook, params string[] options)
    {
        ProcessStartInfo start = kernel.Start(
            ExternalTool.Python,
            ["-m", "jupyter", "nbconvert", "--execute", $"--ExecutePreprocessor.kernel_name={InstalledKernel.Name}",
                "--to", "notebook", "--output", "executed", .. options, notebook]);
        start.WorkingDirectory = folder.Path;
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        return await UnrolledCommand.EndAsync(Process.Start(start)!);
    }
}

using System.Diagnostics;
using Unrolled.NotebookHost.Notebooks;
using Unrolled.Notebooks.Tests.Exercises;

namespace Unrolled.Notebooks.Tests;

/// <summary>The series in Jupyter's own runner, in the kernel as a reader installs it.</summary>
[Collection(ExecutedSeries.Name)]
public sealed class JupyterTests : IDisposable
{
    private readonly TemporaryFolder prefix = new();

    public static TheoryData<string> Notebooks => [.. Repository.AllNotebooks];

    public void Dispose() => prefix.Dispose();

    [NightlyTheory(ExternalTool.Jupyter, ExternalTool.Nbconvert)]
    [MemberData(nameof(Notebooks))]
    public async Task A_notebook_runs_in_Jupyter_to_its_end(string notebook)
    {
        BuildFreshness.Require();
        (int installed, string said) = await UnrolledCommand.RunAsync(
            "jupyter", "install", "--prefix", prefix.Path, "--python", ExternalTool.Python);
        Assert.True(installed == 0, said);

        (int exitCode, string output) = await ConvertAsync(notebook);

        Assert.True(exitCode == 0, output);
        NotebookCell[] code =
            [.. Notebook.Load(prefix["executed.ipynb"]).Cells.Where(cell => cell.Kind == CellKind.Code)];
        Assert.All(code, cell => Assert.NotNull(cell.ExecutionCount));
        Assert.All(code.Where(cell => cell.Tags.Count == 0), cell => Assert.Equal("", ShownText.ErrorOf(cell)));
    }

    private async Task<(int ExitCode, string Output)> ConvertAsync(string notebook)
    {
        var start = new ProcessStartInfo(ExternalTool.Python)
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments =
        [
            "-m", "jupyter", "nbconvert", "--execute", "--ExecutePreprocessor.kernel_name=unrolled-csharp",
            "--ExecutePreprocessor.timeout=600", "--to", "notebook", "--output-dir", prefix.Path,
            "--output", "executed", notebook,
        ];
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["JUPYTER_PATH"] = prefix[Path.Combine("share", "jupyter")];

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}

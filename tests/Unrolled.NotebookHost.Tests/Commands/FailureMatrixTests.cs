using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Tests.Commands;

/// <summary>
/// Everything that can end a notebook, through the real command: the error is clear, the file stays byte for byte, and
/// the notebooks before and behind it run and are saved.
/// </summary>
[UnsupportedOSPlatform("windows")]
public sealed class FailureMatrixTests(FailureRun run) : IClassFixture<FailureRun>, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Cases => [.. FailureCase.All.Keys];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_cell_that_fails_is_told_by_place_and_cause(string name)
    {
        string report = run.Report(name);

        Assert.StartsWith($"{FailureRun.Notebook(name)}: {FailureCase.All[name].Place}", report);
        Assert.All(FailureCase.All[name].Phrases, phrase => Assert.Contains(phrase, report));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_notebook_that_fails_keeps_its_file_byte_for_byte(string name) =>
        Assert.Equal(run.Before(name), await File.ReadAllTextAsync(run.Folder[FailureRun.Notebook(name)]));

    [Fact]
    public void The_notebooks_before_and_behind_the_failures_run_and_are_saved()
    {
        Assert.Equal(1, run.Result.ExitCode);
        AssertRan(run.Folder, "a-healthy.ipynb");
        AssertRan(run.Folder, "z-healthy.ipynb");
        Assert.Equal(
            FailureCase.All.Count + 2, run.Folder.Files.Count(file => file != TemporaryNotebooks.FeedConfiguration));
    }

    [Fact]
    public async Task A_cell_that_never_ends_is_ended_alone()
    {
        folder.WriteNotebook("a.ipynb", "1 + 1");
        string before = await File.ReadAllTextAsync(folder.WriteNotebook("b.ipynb", "\"fine\"", "while (true) { }"));
        folder.WriteNotebook("c.ipynb", "2 + 2");

        CommandResult result = await UnrolledCommand.RunAsync(folder, "run", ".", "--save", "--cell-timeout", "20");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(
            "b.ipynb: cell 2 (id c2): CellTimeout: The cell ran longer than --cell-timeout 20 s and was ended.\n",
            result.Output);
        Assert.Equal(before, await File.ReadAllTextAsync(folder["b.ipynb"]));
        AssertTheOthersRan();
    }

    [Fact]
    public async Task A_file_that_is_not_JSON_ends_alone()
    {
        folder.WriteNotebook("a.ipynb", "1 + 1");
        folder.Write("b.ipynb", "{\n \"cells\": [}\n");
        folder.WriteNotebook("c.ipynb", "2 + 2");

        CommandResult result = await UnrolledCommand.RunAsync(folder, "run", ".", "--save");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("b.ipynb(line 2, column 12): not valid JSON", result.Output);
        Assert.Equal("{\n \"cells\": [}\n", await File.ReadAllTextAsync(folder["b.ipynb"]));
        AssertTheOthersRan();
    }

    [Fact]
    public async Task A_write_protected_file_is_not_run_when_it_is_to_be_saved()
    {
        folder.WriteNotebook("a.ipynb", "1 + 1");
        string before = await File.ReadAllTextAsync(
            folder.WriteNotebook("b.ipynb", "File.WriteAllText(\"ran\", \"\");"));
        File.SetUnixFileMode(folder["b.ipynb"], UnixFileMode.UserRead | UnixFileMode.GroupRead);
        folder.WriteNotebook("c.ipynb", "2 + 2");

        CommandResult result = await UnrolledCommand.RunAsync(folder, "run", ".", "--save");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(
            "b.ipynb: the file is write-protected, so --save could not keep the outputs; it was not run.",
            result.Output);
        Assert.False(File.Exists(folder["ran"]));
        Assert.Equal(before, await File.ReadAllTextAsync(folder["b.ipynb"]));
        AssertTheOthersRan();
    }

    [RootFact]
    public async Task A_notebook_in_a_folder_that_takes_no_file_is_not_run_when_it_is_to_be_saved()
    {
        const UnixFileMode readable = UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.GroupRead
            | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        string before = await File.ReadAllTextAsync(folder.WriteNotebook("a.ipynb", "1"));
        File.SetUnixFileMode(
            folder["a.ipynb"], UnixFileMode.UserRead | UnixFileMode.OtherRead | UnixFileMode.OtherWrite);
        File.SetUnixFileMode(folder.Path, readable);

        CommandResult result = await UnrolledCommand.RunAsNobodyAsync(folder, "run", "a.ipynb", "--save");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("a.ipynb: its folder takes no file: Access to the path", result.Output);
        Assert.Contains("is denied, so --save could not keep the outputs; it was not run.\n", result.Output);
        Assert.Equal(before, await File.ReadAllTextAsync(folder["a.ipynb"]));
    }

    [Fact]
    public async Task A_notebook_that_needs_a_package_that_nobody_has_is_skipped_by_name_and_never_passed()
    {
        folder.WriteEmptyFeed();
        folder.WriteNotebook("a.ipynb", "1 + 1");
        JsonObject requires = new()
        {
            ["unrolled"] = new JsonObject { ["requires"] = new JsonArray("Unrolled.NoSuchPackage@1.2.3") },
        };
        string before = await File.ReadAllTextAsync(folder.WriteNotebook("b.ipynb", requires, "1 + 1"));
        folder.WriteNotebook("c.ipynb", "2 + 2");

        CommandResult result = await UnrolledCommand.RunAsync(folder, "run", ".", "--save");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains(
            "b.ipynb: skipped: it requires the package Unrolled.NoSuchPackage 1.2.3, which the package feed does not "
            + "hold\n",
            result.Output);
        Assert.DoesNotContain("b.ipynb: passed", result.Output);
        Assert.Equal(before, await File.ReadAllTextAsync(folder["b.ipynb"]));
        AssertTheOthersRan();
    }

    [Fact]
    public async Task A_notebook_that_needs_another_kernel_is_skipped_by_name_and_never_passed()
    {
        folder.WriteNotebook("a.ipynb", "1 + 1");
        JsonObject requires = new()
        {
            ["unrolled"] = new JsonObject
            {
                ["requires"] = new JsonArray(new JsonObject { ["kernel"] = ".NET Interactive" }),
            },
        };
        folder.WriteNotebook("b.ipynb", requires, "1 + 1");
        folder.WriteNotebook("c.ipynb", "2 + 2");

        CommandResult result = await UnrolledCommand.RunAsync(folder, "run", ".", "--save");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains(
            "b.ipynb: skipped: it requires the kernel .NET Interactive, and this one is Unrolled\n", result.Output);
        AssertTheOthersRan();
    }

    [NightlyFact]
    public async Task A_notebook_that_runs_too_long_as_a_whole_ends_alone()
    {
        string before = await File.ReadAllTextAsync(
            folder.WriteNotebook("b.ipynb", "1", "System.Threading.Thread.Sleep(-1);"));

        CommandResult result = await UnrolledCommand.RunAsync(folder, "run", "b.ipynb", "--save", "--timeout", "4");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("NotebookTimeout: The notebook ran longer than --timeout 4 s and was ended.\n", result.Output);
        Assert.Equal(before, await File.ReadAllTextAsync(folder["b.ipynb"]));
    }

    private static void AssertRan(TemporaryFolder folder, string name)
    {
        NotebookCell cell = folder.ReadNotebook(name).Cells[0];
        Assert.Equal(1, cell.ExecutionCount);
        Assert.Equal("execute_result", cell.Outputs[0]!["output_type"]!.GetValue<string>());
    }

    private void AssertTheOthersRan()
    {
        AssertRan(folder, "a.ipynb");
        AssertRan(folder, "c.ipynb");
        Assert.Equal(
            ["a.ipynb", "b.ipynb", "c.ipynb"],
            folder.Files.Where(file => file != TemporaryNotebooks.FeedConfiguration));
    }
}

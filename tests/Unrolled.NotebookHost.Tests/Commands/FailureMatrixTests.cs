using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using Unrolled.NotebookHost.Documents;

namespace Unrolled.NotebookHost.Tests.Commands;

/// <summary>
/// Everything that can end a notebook, through the real command: the error is clear, the file stays byte for byte, and
/// the notebooks before and behind it run and are saved.
/// </summary>
[UnsupportedOSPlatform("windows")]
public sealed class FailureMatrixTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("Environment.FailFast(\"broken\");", "cell 2 (id c2)", "Environment.FailFast ended the notebook's process: broken")]
    [InlineData("System.Runtime.InteropServices.Marshal.ReadInt32(new IntPtr(0x123456789));", "cell 2 (id c2)", "SIGABRT", "AccessViolationException")]
    [InlineData("[System.Runtime.InteropServices.DllImport(\"libc\")] static extern int strlen(IntPtr p);\nstrlen((IntPtr)8);", "cell 2 (id c2)", "SIGSEGV")]
    [InlineData("System.Diagnostics.Process.GetCurrentProcess().Kill();", "cell 2 (id c2)", "SIGKILL")]
    [InlineData("Environment.Exit(0);", "cell 2 (id c2)", "exit code 0")]
    [InlineData("Environment.Exit(3);", "cell 2 (id c2)", "exit code 3")]
    [InlineData("int F(int n) => n + F(n + 1);\nF(1);", "cell 2 (id c2)", "overflowed the stack: F(Int32) repeated")]
    [InlineData("var kept = new List<byte[]>();\nwhile (true)\n    kept.Add(new byte[1 << 20]);", "cell 2 (id c2), line 3", "OutOfMemoryException", "--memory 300 MB")]
    [InlineData("while (true) unsafe { new Span<byte>((void*)System.Runtime.InteropServices.Marshal.AllocHGlobal(1 << 20), 1 << 20).Fill(1); }", "cell 2 (id c2)", "used more than --memory 300 MB")]
    [InlineData("int y = 2;\nint z = \"a\";", "cell 2 (id c2), line 2", "Cannot implicitly convert type 'string' to 'int'", "2 | int z = \"a\";")]
    [InlineData("int a = 0;\nint b = 1 / a;", "cell 2 (id c2), line 2", "DivideByZeroException", "2 | int b = 1 / a;")]
    [InlineData("new System.Threading.Thread(() => throw new InvalidOperationException(\"far away\")).Start();\nSystem.Threading.Thread.Sleep(-1);", "cell 2 (id c2), line 1", "far away")]
    [InlineData("#r \"no-such-library.dll\"", "cell 2 (id c2)", "no-such-library.dll")]
    [InlineData("#r \"nuget: Unrolled.NoSuchPackage, 1.2.3\"", "cell 2 (id c2)", "Unrolled.NoSuchPackage")]
    [InlineData("#!import \"setup.csx\"", "cell 2 (id c2)", "setup.csx")]
    public Task A_cell_that_fails_ends_its_notebook_alone(string source, params string[] expected) =>
        AssertEndsAloneAsync(source, expected, "--memory", "300MB");

    [Fact]
    public Task A_cell_that_never_ends_is_ended_alone() =>
        AssertEndsAloneAsync("while (true) { }", ["cell 2 (id c2)", "ran longer than --cell-timeout 15 s"], "--cell-timeout", "15");

    [Fact]
    public async Task A_file_that_is_not_JSON_ends_alone()
    {
        folder.WriteNotebook("a.ipynb", "1 + 1");
        folder.Write("b.ipynb", "{\n \"cells\": [}\n");
        folder.WriteNotebook("c.ipynb", "2 + 2");

        CommandResult result = await UnrolledCommand.RunAsync(folder, "run", ".", "--save");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("b.ipynb: not valid JSON", result.Output);
        Assert.Equal("{\n \"cells\": [}\n", await File.ReadAllTextAsync(folder["b.ipynb"]));
        AssertTheOthersRan();
    }

    [Fact]
    public async Task A_write_protected_file_is_not_run_when_it_is_to_be_saved()
    {
        folder.WriteNotebook("a.ipynb", "1 + 1");
        string before = await File.ReadAllTextAsync(folder.WriteNotebook("b.ipynb", "File.WriteAllText(\"ran\", \"\");"));
        File.SetUnixFileMode(folder["b.ipynb"], UnixFileMode.UserRead | UnixFileMode.GroupRead);
        folder.WriteNotebook("c.ipynb", "2 + 2");

        CommandResult result = await UnrolledCommand.RunAsync(folder, "run", ".", "--save");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("b.ipynb: the file is write-protected", result.Output);
        Assert.Equal(before, await File.ReadAllTextAsync(folder["b.ipynb"]));
        AssertTheOthersRan();
    }

    [Fact]
    public async Task A_notebook_that_needs_a_package_that_nobody_has_is_skipped_by_name_and_never_passed()
    {
        folder.WriteNotebook("a.ipynb", "1 + 1");
        JsonObject requires = new() { ["unrolled"] = new JsonObject { ["requires"] = new JsonArray("Unrolled.NoSuchPackage@1.2.3") } };
        string before = await File.ReadAllTextAsync(folder.WriteNotebook("b.ipynb", requires, "1 + 1"));
        folder.WriteNotebook("c.ipynb", "2 + 2");

        CommandResult result = await UnrolledCommand.RunAsync(folder, "run", ".", "--save");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("b.ipynb: skipped: it requires the package Unrolled.NoSuchPackage 1.2.3", result.Output);
        Assert.DoesNotContain("b.ipynb: passed", result.Output);
        Assert.Equal(before, await File.ReadAllTextAsync(folder["b.ipynb"]));
        AssertTheOthersRan();
    }

    [Fact]
    public async Task A_notebook_that_runs_too_long_as_a_whole_ends_alone()
    {
        string before = await File.ReadAllTextAsync(folder.WriteNotebook("b.ipynb", "1", "System.Threading.Thread.Sleep(-1);"));

        CommandResult result = await UnrolledCommand.RunAsync(folder, "run", "b.ipynb", "--save", "--timeout", "4");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("ran longer than --timeout 4 s", result.Output);
        Assert.Equal(before, await File.ReadAllTextAsync(folder["b.ipynb"]));
    }

    private async Task AssertEndsAloneAsync(string source, string[] expected, params string[] options)
    {
        folder.WriteNotebook("a.ipynb", "1 + 1");
        string before = await File.ReadAllTextAsync(folder.WriteNotebook("b.ipynb", "\"fine\"", source, "\"never\""));
        folder.WriteNotebook("c.ipynb", "2 + 2");

        CommandResult result = await UnrolledCommand.RunAsync(folder, ["run", "a.ipynb", "b.ipynb", "c.ipynb", "--save", .. options]);

        Assert.Equal(1, result.ExitCode);
        string failure = result.Output.Split('\n').First(line => line.StartsWith("b.ipynb: cell 2 (id", StringComparison.Ordinal));
        Assert.StartsWith("b.ipynb: " + expected[0], failure);
        Assert.All(expected[1..], phrase => Assert.Contains(phrase, result.Output));
        Assert.Equal(before, await File.ReadAllTextAsync(folder["b.ipynb"]));
        AssertTheOthersRan();
    }

    private void AssertTheOthersRan()
    {
        foreach (string name in new[] { "a.ipynb", "c.ipynb" })
        {
            NotebookCell cell = folder.ReadNotebook(name).Cells[0];
            Assert.Equal(1, cell.ExecutionCount);
            Assert.Equal("execute_result", cell.Outputs[0]!["output_type"]!.GetValue<string>());
        }
        Assert.Equal(["a.ipynb", "b.ipynb", "c.ipynb"], folder.Files);
    }
}

using System.Diagnostics;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Tests.Commands;

/// <summary>
/// Whatever a cell does, it ends alone and is reported, every file is whole, and no process stays behind.
/// </summary>
public sealed class HostileCellTests(HostileRun run) : IClassFixture<HostileRun>
{
    public static TheoryData<string> Cases => [.. HostileCell.Harmless.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_hostile_cell_fails_with_its_reason_or_passes(string name)
    {
        HostileCell cell = HostileCell.Harmless[name];
        string headline = $"\n{HostileRun.Notebook(name)}: cell {(cell.IsEndless ? "1 (id c1)" : "2 (id c2)")}";

        if (cell.Failure is { } failure)
            Assert.Contains(failure, Report(headline, cell.IsEndless ? run.Endless : run.Ending));
        else
            Assert.DoesNotContain(headline, run.Ending.Output);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Its_file_is_as_it_was_or_saved_whole(string name)
    {
        string file = run.Folder[HostileRun.Notebook(name)];
        if (HostileCell.Harmless[name].Failure is not null)
        {
            Assert.Equal(run.Before(name), await File.ReadAllTextAsync(file));
            return;
        }
        NotebookCell last = Notebook.Load(file).Cells[^1];
        Assert.Equal(3, last.ExecutionCount);
        Assert.Contains("\"1.5\"", last.Outputs.ToJsonString());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Its_process_does_not_stay(string name)
    {
        // An endless cell may have been ended before it began.
        if (!HostileCell.Harmless[name].IsEndless || File.Exists(run.Folder[$"{name}.pid"]))
            await ProcessWatch.EndedAsync(await run.ProcessIdAsync(name));
    }

    [Fact]
    public void The_other_notebooks_run_and_nothing_is_left_beside_them()
    {
        Assert.Equal((1, 1), (run.Endless.ExitCode, run.Ending.ExitCode));
        Assert.DoesNotContain("Unhandled exception", run.Endless.Error + run.Ending.Error);
        foreach (string name in (string[])["a-healthy.ipynb", "z-healthy.ipynb"])
            Assert.Equal(1, run.Folder.ReadNotebook(name).Cells[0].ExecutionCount);
        Assert.Equal(
            HostileCell.Harmless.Keys.Select(HostileRun.Notebook)
                .Concat(["a-healthy.ipynb", "z-healthy.ipynb"]).Order(StringComparer.Ordinal),
            run.Folder.Files.Where(file => !file.EndsWith(".pid")));
    }

    [Fact]
    public async Task A_cell_that_asks_the_host_to_end_interrupts_the_run_and_leaves_no_process()
    {
        using TemporaryFolder folder = new();
        folder.WriteNotebook(
            "a.ipynb",
            "File.WriteAllText(\"pid\", Environment.ProcessId + \"\\n\");\n"
            + "[System.Runtime.InteropServices.DllImport(\"libc\")] static extern int kill(int process, int signal);\n"
            + "[System.Runtime.InteropServices.DllImport(\"libc\")] static extern int getppid();\n"
            + "kill(getppid(), 15);\nSystem.Threading.Thread.Sleep(-1);");
        string before = await File.ReadAllTextAsync(folder["a.ipynb"]);

        CommandResult result = await UnrolledCommand.RunAsync(folder, "run", "a.ipynb", "--save");

        Assert.Equal(130, result.ExitCode);
        await ProcessWatch.EndedAsync(await ProcessWatch.IdInAsync(folder["pid"]));
        Assert.Equal(before, await File.ReadAllTextAsync(folder["a.ipynb"]));
    }

    private static string Report(string headline, CommandResult result)
    {
        int start = result.Output.IndexOf(headline, StringComparison.Ordinal);
        Assert.True(start >= 0, $"No word of{headline} in:\n{result.Text}");
        int end = result.Output.IndexOf("\n\n", start, StringComparison.Ordinal);
        return result.Output[start..(end < 0 ? result.Output.Length : end)];
    }

    // Each would destroy what it reaches: the files of the .NET runtime through the process's own handles, and every
    // process that it sees. In a private namespace only the test's folder can be written to.
    [NightlyTheory(ExternalTool.Namespaces)]
    [InlineData(
        """
        foreach (string file in Directory.GetFiles("/proc/self/fd").Concat(
            File.ReadLines("/proc/self/maps").Select(line => line.Split(' ')[^1]).Distinct().ToList()))
        {
            try { File.WriteAllText(file, "x"); }
            catch (Exception) { }
        }
        System.Threading.Thread.Sleep(-1);
        """,
        true)]
    [InlineData("System.Diagnostics.Process.Start(\"kill\", \"-KILL -- -1\").WaitForExit();", false)]
    public async Task A_destructive_cell_leaves_whole_files_and_no_process(string source, bool othersRun)
    {
        using TemporaryFolder folder = new();
        folder.WriteNotebook("a.ipynb", "1 + 1");
        string before = await File.ReadAllTextAsync(folder.WriteNotebook("b.ipynb", "\"fine\"", source));
        folder.WriteNotebook("c.ipynb", "2 + 2");

        CommandResult result = await UnrolledCommand.EndAsync(Process.Start(new ProcessStartInfo("unshare",
        [
            .. ExternalTool.Namespace, "sh", "-c", Isolated, folder.Path,
            Path.Combine(AppContext.BaseDirectory, "Unrolled.NotebookHost.dll"),
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!);

        Assert.True(result.ExitCode == 0, result.Text);
        Assert.Contains("processes left: 0\n", result.Output);
        Assert.Equal(before, await File.ReadAllTextAsync(folder["b.ipynb"]));
        Assert.All(
            (string[])["a.ipynb", "c.ipynb"],
            name => Assert.True(!othersRun || folder.ReadNotebook(name).Cells[0].ExecutionCount == 1, result.Text));
        Assert.Equal(othersRun, result.Output.Contains("b.ipynb: cell 2 (id c2)"));
    }

    // Every other place of the file system becomes read-only first; nothing runs where that has not worked.
    private const string Isolated = """
        mount --bind "$0" "$0"
        cut -d ' ' -f 2 /proc/self/mounts | while read -r place; do
            [ "$place" = "$0" ] || mount -o remount,bind,ro "$place" 2>/dev/null
        done
        for place in / /usr "$(dirname "$1")"; do
            touch "$place/writable" 2>/dev/null && exit 99
        done
        cd "$0" && mkdir tmp
        TMPDIR="$0/tmp" HOME="$0/tmp" setsid dotnet "$1" run . --save --cell-timeout 10
        for try in $(seq 100); do
            left=$(cat /proc/[0-9]*/stat 2>/dev/null | grep -c '(dotnet) [^Z]')
            [ "$left" = 0 ] && break
            sleep .1
        done
        echo "processes left: $left"
        """;
}

using System.Diagnostics;
using System.Runtime.Versioning;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Tests.Notebooks;

[UnsupportedOSPlatform("windows")]
public sealed class DurableFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_new_file_is_made_and_nothing_else()
    {
        DurableFile.WriteAllText(folder["a.txt"], "é\n");

        Assert.Equal([0xC3, 0xA9, 0x0A], File.ReadAllBytes(folder["a.txt"]));
        Assert.Equal(["a.txt"], folder.Files);
    }

    [Fact]
    public void Mode_bits_survive()
    {
        const UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
        folder.Write("a.txt", "old");
        File.SetUnixFileMode(folder["a.txt"], mode);

        DurableFile.WriteAllText(folder["a.txt"], "new");

        Assert.Equal(mode, File.GetUnixFileMode(folder["a.txt"]));
        Assert.Equal("new", File.ReadAllText(folder["a.txt"]));
    }

    [Fact]
    public void A_symbolic_link_stays_and_its_target_gets_the_text()
    {
        folder.Write("elsewhere/target.txt", "old");
        File.CreateSymbolicLink(folder["link.txt"], "elsewhere/target.txt");

        DurableFile.WriteAllText(folder["link.txt"], "new");

        Assert.Equal("elsewhere/target.txt", new FileInfo(folder["link.txt"]).LinkTarget);
        Assert.Equal("new", File.ReadAllText(folder["elsewhere/target.txt"]));
        Assert.Equal(["elsewhere/target.txt", "link.txt"], folder.Files);
    }

    [Fact]
    public void A_write_protected_file_is_refused_and_kept_even_for_root()
    {
        folder.Write("a.txt", "old");
        File.SetUnixFileMode(folder["a.txt"], UnixFileMode.UserRead);

        Assert.Throws<UnauthorizedAccessException>(() => DurableFile.WriteAllText(folder["a.txt"], "new"));

        Assert.Equal("old", File.ReadAllText(folder["a.txt"]));
        Assert.Equal(["a.txt"], folder.Files);
    }

    [Fact]
    public void A_failed_write_leaves_no_temporary_file()
    {
        Directory.CreateDirectory(folder["a.txt"]);

        Assert.ThrowsAny<Exception>(() => DurableFile.WriteAllText(folder["a.txt"], "new"));

        Assert.Empty(folder.Files);
    }

    [Fact]
    public void A_file_that_somebody_changed_since_it_was_read_keeps_the_change()
    {
        FileVersion read = FileVersion.At(folder.Write("a.txt", "old"));
        folder.Write("a.txt", "somebody's");

        FileChangedException changed = Assert.Throws<FileChangedException>(
            () => DurableFile.WriteAllText(folder["a.txt"], "new", read));

        Assert.Contains("changed by someone else since it was read", changed.Message);
        Assert.Equal("somebody's", File.ReadAllText(folder["a.txt"]));
        Assert.Equal(["a.txt"], folder.Files);
    }

    [Fact]
    public void A_file_that_somebody_deleted_since_it_was_read_stays_deleted()
    {
        FileVersion read = FileVersion.At(folder.Write("a.txt", "old"));
        File.Delete(folder["a.txt"]);

        Assert.True(Assert.Throws<FileChangedException>(
            () => DurableFile.WriteAllText(folder["a.txt"], "new", read)).IsGone);

        Assert.Empty(folder.Files);
    }

    [Fact]
    public void A_file_that_was_to_be_new_is_not_replaced()
    {
        folder.Write("a.txt", "new");

        Assert.Throws<FileChangedException>(
            () => DurableFile.WriteAllText(folder["a.txt"], "new", FileVersion.None));

        Assert.Equal(["a.txt"], folder.Files);
    }

    [Fact]
    public void Two_who_write_the_same_do_not_disturb_each_other()
    {
        FileVersion read = FileVersion.At(folder.Write("a.txt", "old"));

        DurableFile.WriteAllText(folder["a.txt"], "new", read);
        DurableFile.WriteAllText(folder["a.txt"], "new", read);

        Assert.Equal("new", File.ReadAllText(folder["a.txt"]));
    }

    [RootFact]
    public async Task The_owner_and_the_group_survive_even_when_root_writes()
    {
        await ToolAsync("chown", "4711:4712", folder.Write("a.txt", "old"));
        await ToolAsync("chmod", "4640", folder["a.txt"]);

        DurableFile.WriteAllText(folder["a.txt"], "new");

        Assert.Equal("4711:4712 4640", await ToolAsync("stat", "-c", "%u:%g %a", folder["a.txt"]));
    }

    [Fact]
    public void What_nobody_else_may_read_is_not_readable_while_it_is_written()
    {
        const UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        File.SetUnixFileMode(folder.Write("a.txt", "old"), mode);

        using FileStream temporary = TemporaryFile.Create(folder["a.txt"]);

        Assert.Equal(mode, File.GetUnixFileMode(temporary.Name));
        File.Delete(temporary.Name);
    }

    [Fact]
    public async Task What_killed_processes_left_behind_is_removed_by_the_next_write_and_nothing_else()
    {
        int dead = await EndedProcessAsync();
        folder.Write($".a.txt.{dead}.abcdefgh.123.tmp", "left behind");
        using FileStream busy = new(
            folder[$".a.txt.{dead}.elsewher.e12.tmp"],
            new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.Delete });
        string[] others =
        [
            $".a.txt.{Environment.ProcessId}.abcdefgh.123.tmp", $".b.txt.{dead}.abcdefgh.123.tmp", ".a.txt.mine.tmp",
            $".a.txt.{dead}.abcdefgh.123.tmp.bak",
        ];
        foreach (string other in others)
            folder.Write(other, "");

        DurableFile.WriteAllText(folder["a.txt"], "new");

        Assert.Equal(
            others.Append(Path.GetFileName(busy.Name)).Append("a.txt").Order(StringComparer.Ordinal), folder.Files);
    }

    // Files of one's own process can be written there, and none can be made, by root neither.
    [Fact]
    public void A_folder_that_takes_no_file_is_told_before_any_work()
    {
        IOException refused = Assert.Throws<IOException>(
            () => DurableFile.EnsureWritable("/proc/self/comm", "a.ipynb"));

        Assert.StartsWith("a.ipynb: its folder takes no file: ", refused.Message);
    }

    [Theory]
    [InlineData("/dev/null", "a device or a pipe")]
    [InlineData("pipe", "a device or a pipe")]
    [InlineData("folder", "a folder")]
    public async Task What_is_no_file_with_content_of_its_own_is_not_replaced(string name, string kind)
    {
        await ToolAsync("mkfifo", folder["pipe"]);
        Directory.CreateDirectory(folder["folder"]);
        string path = Path.Combine(folder.Path, name);

        Assert.Contains(kind, Assert.Throws<IOException>(() => DurableFile.EnsureWritable(path)).Message);
        Assert.Contains(kind, Assert.Throws<IOException>(() => DurableFile.WriteAllText(path, "new")).Message);
    }

    private static async Task<string> ToolAsync(string program, params string[] arguments)
    {
        using Process process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return output.Trim();
    }

    private static async Task<int> EndedProcessAsync()
    {
        using Process process = Process.Start("true");
        await process.WaitForExitAsync();
        return process.Id;
    }
}

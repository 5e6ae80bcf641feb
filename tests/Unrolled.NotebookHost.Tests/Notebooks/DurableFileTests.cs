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
}

using Unrolled.NotebookHost.Jupyter;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Tests.Jupyter;

/// <summary>An installed kernel is replaced and removed whole, also where a running kernel holds its files.</summary>
public sealed class KernelFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public KernelFolderTests() => folder.Write("kernels/mine/version", "old");

    private string Kernel => folder["kernels/mine"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_new_kernel_takes_the_place_of_the_old_one_and_leaves_nothing_beside_it()
    {
        new KernelFolder(Kernel).Replace(Write("new"));

        Assert.Equal(["kernels/mine/version"], folder.Files);
        Assert.Equal("new", File.ReadAllText(folder["kernels/mine/version"]));
    }

    [Fact]
    public void A_kernel_that_is_in_use_is_not_replaced_and_the_user_learns_why()
    {
        KernelFolder locked = new(Kernel, (_, _) => throw new IOException("Access to the path is denied."), DeleteAll);

        UsageException refused = Assert.Throws<UsageException>(() => locked.Replace(Write("new")));

        Assert.Contains("Access to the path is denied. Shut down the kernels that run from it", refused.Message);
        Assert.Equal(["kernels/mine/version"], folder.Files);
        Assert.Equal("old", File.ReadAllText(folder["kernels/mine/version"]));
    }

    [Fact]
    public void A_kernel_that_is_in_use_is_not_half_removed()
    {
        KernelFolder locked = new(Kernel, (_, _) => throw new UnauthorizedAccessException("Denied."), DeleteAll);

        Assert.Contains("Shut down", Assert.Throws<UsageException>(locked.Remove).Message);
        Assert.Equal(["kernels/mine/version"], folder.Files);
    }

    [Fact]
    public void An_old_kernel_comes_back_when_the_new_one_cannot_take_its_place()
    {
        KernelFolder full = new(
            Kernel,
            (from, to) =>
            {
                if (to == Kernel && !from.EndsWith(".old"))
                    throw new IOException("No space left.");
                Directory.Move(from, to);
            },
            DeleteAll);

        Assert.Throws<IOException>(() => full.Replace(Write("new")));
        Assert.Equal(["kernels/mine/version"], folder.Files);
        Assert.Equal("old", File.ReadAllText(folder["kernels/mine/version"]));
    }

    [Fact]
    public void What_could_not_be_deleted_goes_with_the_next_installation()
    {
        KernelFolder busy = new(Kernel, Directory.Move, _ => throw new IOException("In use."));

        busy.Remove();
        Assert.Single(folder.Files, file => file.EndsWith(".old/version"));
        Assert.False(Directory.Exists(Kernel));
        new KernelFolder(Kernel).Replace(Write("new"));

        Assert.Equal(["kernels/mine/version"], folder.Files);
    }

    private static void DeleteAll(string path) => Directory.Delete(path, recursive: true);

    private static Action<string> Write(string version) => staging =>
    {
        Directory.CreateDirectory(staging);
        File.WriteAllText(Path.Combine(staging, "version"), version);
    };
}

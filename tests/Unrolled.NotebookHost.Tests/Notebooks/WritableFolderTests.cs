using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Tests.Notebooks;

public sealed class WritableFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_check_leaves_nothing_and_removes_what_a_killed_one_left()
    {
        folder.Write($".probe.{int.MaxValue}.abcdefgh.ijk.tmp", "");
        folder.Write("mine.tmp", "");

        WritableFolder.Ensure(folder["not/there/yet"], "n.ipynb");

        Assert.Equal(["mine.tmp"], folder.Files);
    }
}

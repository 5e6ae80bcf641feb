using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;

namespace Unrolled.Notebooks.Tests;

/// <summary>The host and its compiler start as machine code where that can be made; the models never do.</summary>
public class AheadOfTimeTests
{
    [Theory]
    [InlineData("Unrolled.NotebookHost.dll")]
    [InlineData("Microsoft.CodeAnalysis.CSharp.dll")]
    [InlineData("System.CommandLine.dll")]
    public void A_release_build_on_linux_compiles_the_host_ahead_unless_its_compiler_cannot_be_restored(string file)
    {
        bool isRelease = new DirectoryInfo(AppContext.BaseDirectory).Name == "release";
        bool isLinux = RuntimeInformation.RuntimeIdentifier == "linux-x64";
        string folder = Path.Combine(Repository.Root, "artifacts", "readytorun");
        bool isMissing = Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*.missing").Any();

        Assert.Equal(
            isRelease && isLinux && !isMissing, IsMachineCode(Repository.BuildOutput("Unrolled.NotebookHost", file)));
    }

    [Theory]
    [InlineData("Unrolled.dll")]
    [InlineData("Unrolled.Charts.dll")]
    public void The_models_are_compiled_by_the_machine_that_runs_them_for_its_own_vectors(string file) =>
        Assert.False(IsMachineCode(Repository.BuildOutput("notebooks", file)));

    private static bool IsMachineCode(string assembly)
    {
        using PEReader reader = new(File.OpenRead(assembly));
        return reader.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0;
    }
}

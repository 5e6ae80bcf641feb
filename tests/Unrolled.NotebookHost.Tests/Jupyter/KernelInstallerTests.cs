using System.Text.RegularExpressions;

namespace Unrolled.NotebookHost.Tests.Jupyter;

/// <summary>What installing and removing kernels changes.</summary>
public sealed class KernelInstallerTests : IDisposable
{
    private readonly InstalledKernel kernel = new();

    public void Dispose() => kernel.Dispose();

    [FactRequires(ExternalTool.Jupyter)]
    public void Another_kernels_name_is_left_alone_and_the_own_one_updated()
    {
        WriteOther(".net-csharp");

        CommandResult again = kernel.Run(
            "jupyter", "install", "--prefix", kernel.Prefix, "--python", ExternalTool.Python);

        Assert.Equal(0, again.ExitCode);
        Assert.Contains("unrolled-csharp: installed", again.Output);
        Assert.Contains(".net-csharp: left alone; it is another kernel's name", again.Output);
        Assert.Equal("Other", kernel.DisplayName(".net-csharp"));
    }

    [FactRequires(ExternalTool.Jupyter)]
    public void Another_kernel_is_replaced_only_by_force()
    {
        WriteOther("csharp");

        CommandResult refused = kernel.Run(
            "jupyter", "install", "--name", "csharp", "--prefix", kernel.Prefix, "--python", ExternalTool.Python);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("csharp is another kernel's name", refused.Error);
        Assert.Equal("Other", kernel.DisplayName("csharp"));

        CommandResult forced = kernel.Run(
            "jupyter", "install", "--name", "csharp", "--force", "--prefix", kernel.Prefix, "--python",
            ExternalTool.Python);
        Assert.Equal(0, forced.ExitCode);
        Assert.Equal("C# (Unrolled)", kernel.DisplayName("csharp"));
        Assert.False(File.Exists(Path.Combine(kernel.SpecFolder("csharp"), "other")));
    }

    [NightlyFact(ExternalTool.Jupyter)]
    public void Without_a_prefix_it_is_installed_for_the_user()
    {
        string home = kernel.Start("true").Environment["HOME"]!;

        CommandResult installed = kernel.Run("jupyter", "install", "--name", "mine", "--python", ExternalTool.Python);

        Assert.True(installed.ExitCode == 0, installed.Text);
        Assert.True(File.Exists(Path.Combine(home, ".local/share/jupyter/kernels/mine/kernel.json")));
    }

    [FactRequires(ExternalTool.Jupyter)]
    public void Nothing_is_left_behind_by_an_installation_or_its_end()
    {
        WriteOther("other");

        CommandResult removed = kernel.Run(
            "jupyter", "uninstall", "--prefix", kernel.Prefix, "--python", ExternalTool.Python);
        CommandResult again = kernel.Run(
            "jupyter", "uninstall", "--prefix", kernel.Prefix, "--python", ExternalTool.Python);

        Assert.True(removed.ExitCode == 0, removed.Text);
        Assert.Equal(2, again.ExitCode);
        Assert.Contains("There is nothing to uninstall", again.Error);
        Assert.Equal(["other"], kernel.Names());
        Assert.Equal(
            ["kernels"], Directory.EnumerateFileSystemEntries(Path.Combine(kernel.Prefix, "share", "jupyter"))
                .Select(Path.GetFileName));
    }

    [NightlyFact(ExternalTool.Jupyter)]
    public void A_kernel_that_was_installed_under_a_name_of_its_own_is_named_when_the_others_are_removed()
    {
        WriteOther("other");
        kernel.Run(
            "jupyter", "install", "--name", "mine", "--prefix", kernel.Prefix, "--python", ExternalTool.Python);

        CommandResult removed = kernel.Run(
            "jupyter", "uninstall", "--prefix", kernel.Prefix, "--python", ExternalTool.Python);

        Assert.Matches(
            $"mine: left in {Regex.Escape(kernel.SpecFolder("mine"))}; remove it with: dotnet .* "
            + $"jupyter uninstall --name mine --prefix {Regex.Escape(kernel.Prefix)}\n",
            removed.Output);
        Assert.DoesNotContain("other: left", removed.Output);
        Assert.Equal(["mine", "other"], kernel.Names());
    }

    private void WriteOther(string name)
    {
        if (Directory.Exists(kernel.SpecFolder(name)))
            Directory.Delete(kernel.SpecFolder(name), recursive: true);
        Directory.CreateDirectory(kernel.SpecFolder(name));
        File.WriteAllText(
            Path.Combine(kernel.SpecFolder(name), "kernel.json"),
            """{"argv": ["true"], "display_name": "Other", "language": "C#"}""");
        File.WriteAllText(Path.Combine(kernel.SpecFolder(name), "other"), "");
    }
}

using System.Runtime.InteropServices;
using Unrolled.NotebookHost.Jupyter;
using Unrolled.NotebookHost.Programs;
using Unrolled.NotebookHost.Workers;

namespace Unrolled.NotebookHost.Tests.Programs;

/// <summary>What is decided for systems that the tests do not run on.</summary>
public sealed class OtherSystemsTests
{
    [Theory]
    [InlineData("/opt/homebrew/Cellar/dotnet/10.0.1/libexec", "/opt/homebrew/opt/dotnet/libexec")]
    [InlineData("/usr/local/Cellar/dotnet@10/10.0.1_1/libexec", "/usr/local/opt/dotnet@10/libexec")]
    [InlineData("/usr/share/dotnet", "/usr/share/dotnet")]
    [InlineData("/usr/share/Cellar", "/usr/share/Cellar")]
    public void A_kernel_names_the_dotnet_that_Homebrews_upgrades_keep(string root, string expected) =>
        Assert.Equal(expected, DotnetExecutable.LastingRoot(root, _ => true));

    [Fact]
    public void A_folder_that_Homebrew_has_not_linked_is_named_as_it_is() =>
        Assert.Equal(
            "/opt/homebrew/Cellar/dotnet/10.0.1/libexec",
            DotnetExecutable.LastingRoot("/opt/homebrew/Cellar/dotnet/10.0.1/libexec", _ => false));

    [Theory]
    [InlineData("/usr/bin/python3", true, false, true)]
    [InlineData("/usr/bin/python3", true, true, false)]
    [InlineData("/opt/homebrew/bin/python3", true, false, false)]
    [InlineData("/usr/bin/python3", false, false, false)]
    public void A_Python_that_would_only_open_Apples_installer_is_not_asked(
        string python, bool isMacOS, bool hasTools, bool isStub) =>
        Assert.Equal(isStub, JupyterPython.IsInstallerStub(python, isMacOS, () => hasTools));

    [Fact]
    public void Outside_of_macOS_nobody_asks_for_Xcode() =>
        Assert.False(JupyterPython.IsInstallerStub(
            "/usr/bin/python3", isMacOS: false, () => throw new InvalidOperationException("It was asked.")));

    // sizeof(JOBOBJECT_EXTENDED_LIMIT_INFORMATION), winnt.h, 64 bits.
    [Fact]
    public void The_limits_of_a_job_have_the_layout_that_Windows_reads() =>
        Assert.Equal(144, Marshal.SizeOf<WindowsJob.Limits>());

    [Fact]
    public async Task What_a_command_prints_is_UTF_8_whatever_the_console_is_set_to()
    {
        using TemporaryFolder folder = new();
        folder.WriteNotebook("a.ipynb", "\"中\"");

        CommandResult result = await UnrolledCommand.RunAsync(
            folder, ("LC_ALL", "en_US.ISO-8859-1"), "run", "a.ipynb", "--verbose");

        Assert.Contains("│ 中", result.Output);
    }
}

using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Unrolled.NotebookHost.Tests.Jupyter;

public sealed class KernelInstallerTests : IDisposable
{
    private readonly InstalledKernel kernel = new();

    public void Dispose() => kernel.Dispose();

    [FactRequires(ExternalTool.Jupyter)]
    public void The_kernel_is_installed_under_its_own_name_and_the_common_one()
    {
        Assert.True(kernel.Installation!.ExitCode == 0, kernel.Installation.Text);
        Assert.Contains($"unrolled-csharp: installed in {kernel.SpecFolder()}", kernel.Installation.Output);
        Assert.Equal(("C# (Unrolled)", ".NET (C#)"), (DisplayName("unrolled-csharp"), DisplayName(".net-csharp")));
        foreach (string name in (string[])["unrolled-csharp", ".net-csharp"])
        {
            JsonObject spec = Spec(name);
            Assert.Equal(ExternalTool.Python, spec["argv"]![0]!.GetValue<string>());
            Assert.Equal(
                Path.Combine(kernel.SpecFolder(name), "unrolled_kernel.py"), spec["argv"]![1]!.GetValue<string>());
            Assert.Equal("C#", spec["language"]!.GetValue<string>());
        }
        Assert.Equal([".net-csharp", "unrolled-csharp"], Names());
    }

    [FactRequires(ExternalTool.Jupyter)]
    public void The_installed_host_needs_nothing_from_where_it_was_installed()
    {
        string[] files = Directory.GetFiles(Path.Combine(kernel.SpecFolder(), "host"));

        ProcessStartInfo start = kernel.Start(
            "dotnet", Path.Combine(kernel.SpecFolder(), "host", "Unrolled.NotebookHost.dll"), "jupyter", "serve");
        start.RedirectStandardInput = start.RedirectStandardOutput = true;
        using Process host = Process.Start(start)!;
        string introduction = host.StandardOutput.ReadLine()!;
        host.StandardInput.WriteLine(
            """{"type":"execute","code":"1 + 1","silent":false,"store_history":true,"user_expressions":{},"""
            + """ "allow_stdin":false,"execution_count":1}""");
        string result = host.StandardOutput.ReadLine()!;
        host.StandardInput.Close();

        Assert.Contains("\"language_info\"", introduction);
        Assert.Contains("\"text/plain\":\"2\"", result);
        Assert.True(host.WaitForExit(TimeSpan.FromMinutes(1)));
        Assert.All(files, file => Assert.Null(new FileInfo(file).LinkTarget));
        Assert.DoesNotContain(files, file => file.Contains("Tests", StringComparison.Ordinal));
    }

    [FactRequires(ExternalTool.Jupyter)]
    public void Another_kernels_name_is_left_alone_and_the_own_one_updated()
    {
        WriteOther(".net-csharp");

        CommandResult again = kernel.Run(
            "jupyter", "install", "--prefix", kernel.Prefix, "--python", ExternalTool.Python);

        Assert.Equal(0, again.ExitCode);
        Assert.Contains("unrolled-csharp: installed", again.Output);
        Assert.Contains(".net-csharp: left alone; it is another kernel's name", again.Output);
        Assert.Equal("Other", DisplayName(".net-csharp"));
    }

    [FactRequires(ExternalTool.Jupyter)]
    public void Another_kernel_is_replaced_only_by_force()
    {
        WriteOther("csharp");

        CommandResult refused = kernel.Run(
            "jupyter", "install", "--name", "csharp", "--prefix", kernel.Prefix, "--python", ExternalTool.Python);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("csharp is another kernel's name", refused.Error);
        Assert.Equal("Other", DisplayName("csharp"));

        CommandResult forced = kernel.Run(
            "jupyter", "install", "--name", "csharp", "--force", "--prefix", kernel.Prefix, "--python",
            ExternalTool.Python);
        Assert.Equal(0, forced.ExitCode);
        Assert.Equal("C# (Unrolled)", DisplayName("csharp"));
        Assert.False(File.Exists(Path.Combine(kernel.SpecFolder("csharp"), "other")));
    }

    [FactRequires(ExternalTool.Jupyter)]
    public void A_kernel_of_that_name_that_Jupyter_finds_elsewhere_counts_too()
    {
        CommandResult refused = kernel.Run(
            "jupyter", "install", "--name", "python3", "--prefix", kernel.Prefix, "--python", ExternalTool.Python);

        Assert.Equal(2, refused.ExitCode);
        Assert.False(Directory.Exists(kernel.SpecFolder("python3")));
    }

    [FactRequires(ExternalTool.Jupyter)]
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
        Assert.Equal(["other"], Names());
        Assert.Equal(
            ["kernels"], Directory.EnumerateFileSystemEntries(Path.Combine(kernel.Prefix, "share", "jupyter"))
                .Select(Path.GetFileName));
    }

    [FactRequires(ExternalTool.Jupyter)]
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
        Assert.Equal(["mine", "other"], Names());
    }

    [TheoryRequires(ExternalTool.Jupyter)]
    [InlineData("--name", "a b", "a kernel's name consists of letters")]
    [InlineData("--python", "/nowhere/python3", "--python /nowhere/python3: ")]
    [InlineData("--python", "/bin/false", "--python /bin/false: ")]
    [InlineData("--user", "--force", "--user and --prefix exclude each other")]
    public void What_cannot_be_installed_is_refused_with_the_reason(string option, string value, string reason)
    {
        CommandResult result = kernel.Run("jupyter", "install", "--prefix", kernel.Prefix, option, value);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(reason, result.Error);
        Assert.Equal([".net-csharp", "unrolled-csharp"], Names());
    }

    private string DisplayName(string name) => Spec(name)["display_name"]!.GetValue<string>();

    private JsonObject Spec(string name) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(kernel.SpecFolder(name), "kernel.json")))!.AsObject();

    private IEnumerable<string?> Names() =>
        Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(kernel.SpecFolder())!)
            .Select(Path.GetFileName).Order(StringComparer.Ordinal);

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

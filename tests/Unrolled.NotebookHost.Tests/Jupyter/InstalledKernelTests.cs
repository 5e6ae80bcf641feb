using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Unrolled.NotebookHost.Tests.Jupyter;

/// <summary>An installation of the kernel, which no test here changes.</summary>
public sealed class InstalledKernelTests(InstalledKernel kernel) : IClassFixture<InstalledKernel>
{
    [FactRequires(ExternalTool.Jupyter)]
    public void The_kernel_is_installed_under_its_own_name_and_the_common_one()
    {
        Assert.True(kernel.Installation!.ExitCode == 0, kernel.Installation.Text);
        Assert.Contains($"unrolled-csharp: installed in {kernel.SpecFolder()}", kernel.Installation.Output);
        Assert.Equal(("C# (Unrolled)", ".NET (C#)"), (kernel.DisplayName("unrolled-csharp"), kernel.DisplayName(".net-csharp")));
        foreach (string name in (string[])["unrolled-csharp", ".net-csharp"])
        {
            JsonObject spec = kernel.Spec(name);
            Assert.Equal(ExternalTool.Python, spec["argv"]![0]!.GetValue<string>());
            Assert.Equal(
                Path.Combine(kernel.SpecFolder(name), "unrolled_kernel.py"), spec["argv"]![1]!.GetValue<string>());
            Assert.Equal("C#", spec["language"]!.GetValue<string>());
        }
        Assert.Equal([".net-csharp", "unrolled-csharp"], kernel.Names());
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
    public void A_kernel_of_that_name_that_Jupyter_finds_elsewhere_counts_too()
    {
        CommandResult refused = kernel.Run(
            "jupyter", "install", "--name", "python3", "--prefix", kernel.Prefix, "--python", ExternalTool.Python);

        Assert.Equal(2, refused.ExitCode);
        Assert.False(Directory.Exists(kernel.SpecFolder("python3")));
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
        Assert.Equal([".net-csharp", "unrolled-csharp"], kernel.Names());
    }
}

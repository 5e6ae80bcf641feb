using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Unrolled.NotebookHost.Commands;
using Unrolled.NotebookHost.Notebooks;
using Unrolled.NotebookHost.Programs;
using Unrolled.NotebookHost.Running;

namespace Unrolled.NotebookHost.Tests.Commands;

/// <summary>Present things are reported with their version, missing ones with the remedy.</summary>
public sealed class ExaminationTests : IDisposable
{
    private const string ListKernels = "jupyter kernelspec list --json";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_machine_with_the_sdk_alone_is_told_what_each_missing_thing_would_give()
    {
        Finding[] findings = await ExamineAsync([]);

        Assert.True(Of(findings, ".NET SDK").IsWell);
        Assert.Contains("install Node.js", Of(findings, "npm").Advice);
        Assert.Contains("jupyterlab", Of(findings, "Jupyter").Advice);
        Assert.DoesNotContain(findings, finding => finding.Subject.Contains("kernel"));
        Assert.DoesNotContain(findings, finding => finding is { IsWell: false, IsNeeded: true });
    }

    [Fact]
    public async Task Versions_are_those_that_the_programs_print()
    {
        Finding[] findings = await ExamineAsync(new()
        {
            ["npm --version"] = "11.0.1\n",
            ["jupyter --version"] = "Selected Jupyter core packages...\njupyter_client   : 8.6.0\n",
        });

        Assert.Equal("11.0.1", Of(findings, "npm").Detail);
        Assert.Equal("jupyter_client 8.6.0", Of(findings, "Jupyter").Detail);
    }

    [Fact]
    public async Task A_kernel_whose_target_is_gone_is_told_from_one_that_starts()
    {
        string host = folder.Write("host.dll", "");
        Finding[] findings = await ExamineAsync(new()
        {
            [ListKernels] = "[warning] a line before\n" + Kernels(
                ("good", "C#", ["/bin/sh", host]),
                ("moved", "C#", ["/bin/sh", folder["gone.dll"]]),
                ("archived", "C#", ["dotnet", "interactive", "jupyter"]),
                ("unknown", "csharp", ["clr-kernel", "{connection_file}"]),
                ("python3", "python", ["/nowhere/python"])),
            ["dotnet --version"] = "",
        });

        Assert.True(Of(findings, "kernel good").IsWell);
        Assert.Contains($"starts {folder["gone.dll"]}, which does not exist", Of(findings, "kernel moved").Detail);
        Assert.Contains("jupyter kernelspec remove moved", Of(findings, "kernel moved").Advice);
        Assert.Contains("starts dotnet interactive", Of(findings, "kernel archived").Detail);
        Assert.Contains("starts clr-kernel", Of(findings, "kernel unknown").Detail);
        Assert.DoesNotContain(findings, finding => finding.Subject.Contains("python3"));
    }

    [Theory]
    [InlineData("""{"kernelspecs": {}}""")]
    [InlineData("no JSON at all")]
    public async Task Where_jupyter_knows_no_csharp_kernel_the_way_to_one_is_named(string list)
    {
        Finding none = Of(await ExamineAsync(new() { [ListKernels] = list }), "C# kernel");

        Assert.Contains($"`{TypedCommand.Of("jupyter", "install")}`", none.Advice);
        Assert.DoesNotContain("ClrKernel", none.Advice);
    }

    [Fact]
    public async Task A_clrkernel_is_told_with_the_letters_that_its_version_0_10_loses()
    {
        string program = folder.Write("clrkernel", "");

        Finding found = Of(
            await ExamineAsync(new()
            {
                [ListKernels] = Kernels(("clrkernel", "csharp", [program, "jupyter", "{connection_file}"])),
            }),
            "kernel clrkernel");

        Assert.True(found.IsWell);
        Assert.Contains(
            "version 0.10 loses every letter outside ASCII in a cell's source when run through Jupyter", found.Detail);
    }

    [Fact]
    public async Task Notebooks_whose_import_is_missing_need_a_build()
    {
        Directory.CreateDirectory(folder[".git"]);
        folder.Write("books.csproj", "<Project/>");
        folder.WriteNotebook("a.ipynb", "#!import \"setup.csx\"");

        Finding missing = Of(await ExamineAsync([], "a.ipynb"), "build for");
        folder.Write("setup.csx", "");
        Finding there = Of(await ExamineAsync([], "a.ipynb"), "build for");

        Assert.Contains("setup.csx does not exist", missing.Detail);
        Assert.Matches("dotnet build .*books.csproj", missing.Advice);
        Assert.True(there.IsWell);
    }

    [Fact]
    public async Task Packages_that_notebooks_require_are_asked_for()
    {
        folder.WriteNotebook(
            "a.ipynb", new JsonObject
            {
                ["unrolled"] = new JsonObject { ["requires"] = new JsonArray("Held", "Lacking@1.0.0") },
            }, "1");

        Finding[] findings = await ExamineAsync([], "a.ipynb");

        Assert.True(Of(findings, "package Held").IsWell);
        Assert.Contains("a.ipynb: not in the feed", Of(findings, "package Lacking 1.0.0").Detail);
    }

    [Fact]
    public async Task The_command_says_in_a_word_how_each_thing_is()
    {
        CommandResult result = await UnrolledCommand.RunAsync(folder, ("CHROME_PATH", "/nowhere/chromium"), "doctor");

        Assert.Equal(0, result.ExitCode);
        Assert.Matches(@"(?m)^ok       \.NET SDK: \d+\.", result.Output);
        Assert.Contains(
            "missing  Chromium: CHROME_PATH names /nowhere/chromium, and there is no such file\n"
            + "         → install Chromium",
            result.Output);
    }

    [Fact]
    public async Task Where_the_processor_does_not_fuse_multiply_add_that_and_its_effects_are_said()
    {
        CommandResult result = await UnrolledCommand.RunAsync(folder, ("DOTNET_EnableAVX2", "0"), "doctor");

        Assert.Equal(0, result.ExitCode);
        Assert.Matches("(?m)^ok       saved outputs: the last digits may differ here: ", result.Output);
    }

    [Fact]
    public async Task An_sdk_that_a_file_requests_and_nobody_installed_is_told_with_the_file()
    {
        folder.Write("global.json", """{"sdk": {"version": "99.0.100"}}""");

        CommandResult result = await UnrolledCommand.RunAsync(folder, "doctor");

        Assert.Equal(1, result.ExitCode);
        Assert.Matches(
            $@"needed   \.NET SDK: {Regex.Escape(folder["global.json"])} requests the \.NET SDK 99\.0\.100, which is "
            + @"not installed; installed are: \d+\.\d+\.\d+",
            result.Output);
        Assert.Contains($"or request an installed one in {folder["global.json"]}\n", result.Output);
    }

    private static Finding Of(Finding[] findings, string subject) =>
        Assert.Single(findings, finding => finding.Subject.StartsWith(subject, StringComparison.Ordinal));

    private async Task<Finding[]> ExamineAsync(StandInToolbox tools, params string[] notebooks)
    {
        NotebookSource[] sources = [.. notebooks.Select(name => new NotebookSource(folder[name], name, name))];
        List<Finding> findings = [];
        await foreach (Finding finding in new Examination(tools, new Feed(), sources).FindingsAsync())
            findings.Add(finding);
        return [.. findings];
    }

    private static string Kernels(params (string Name, string Language, string[] Arguments)[] kernels)
    {
        JsonObject specs = [];
        foreach ((string name, string language, string[] arguments) in kernels)
            specs[name] = new JsonObject
            {
                ["spec"] = new JsonObject
                {
                    ["argv"] = new JsonArray([.. arguments.Select(argument => (JsonNode)argument)]),
                    ["display_name"] = name,
                    ["language"] = language,
                },
            };
        return new JsonObject { ["kernelspecs"] = specs }.ToJsonString();
    }

    private sealed class Feed : IPackageProbe
    {
        public Task<string?> WhyMissingAsync(
            PackageRequirement package, PreparedNotebook notebook, CancellationToken cancellationToken) =>
            Task.FromResult(package.Id == "Held" ? null : "not in the feed");
    }
}

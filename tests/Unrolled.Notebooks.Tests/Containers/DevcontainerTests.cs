using System.Text.Json;
using System.Text.RegularExpressions;

namespace Unrolled.Notebooks.Tests.Containers;

/// <summary>The container is made by commands that the gate runs too, so that it cannot rot unseen.</summary>
public partial class DevcontainerTests
{
    private static readonly JsonElement Container = Parse(".devcontainer/devcontainer.json");

    private static readonly string Gate = Read(".ci/run"), Kernels = Read(".devcontainer/install-kernels");

    [Fact]
    public void It_installs_with_the_gates_own_script_and_builds_as_the_readme_says()
    {
        Assert.Equal("sudo .ci/install", Text("onCreateCommand"));
        Assert.Matches(@"(?m)^\.ci/install \|\|", Gate);
        Assert.Equal("dotnet build", Text("updateContentCommand"));
        Assert.Matches("(?m)^dotnet build$", Read("README.md"));
    }

    [Fact]
    public void It_calls_the_host_as_the_gate_does()
    {
        string[] calls = [.. HostCall().Matches(Kernels).Select(match => match.Value).Distinct()];

        Assert.Equal(["dotnet run --project lib/Unrolled.NotebookHost --no-build -- "], calls);
        Assert.Contains(calls[0], Gate);
    }

    [Fact]
    public void Our_kernel_comes_before_the_others_and_theirs_may_be_missing()
    {
        int ours = Kernels.IndexOf("jupyter install --python", StringComparison.Ordinal);
        int interactive = Kernels.IndexOf(
            "Microsoft.dotnet-interactive --version 1.0.712001", StringComparison.Ordinal);

        Assert.InRange(ours, 0, interactive);
        Assert.Matches("(?m)^install_interactive \\|\\| echo", Kernels);
        Assert.Contains("jupyter install --path \"$interactive_kernels\"", Kernels);
    }

    [Theory]
    [InlineData(".ci/install")]
    [InlineData(".ci/run")]
    [InlineData(".ci/nightly")]
    [InlineData(".ci/interactive")]
    [InlineData(".ci/companions")]
    [InlineData(".devcontainer/install-kernels")]
    public void Its_scripts_can_be_run(string script)
    {
        string path = Path.Combine(Repository.Root, script);

        Assert.StartsWith("#!/usr/bin/env bash\n", File.ReadAllText(path));
        if (OperatingSystem.IsWindows())
            return;
        Assert.True(File.GetUnixFileMode(path).HasFlag(UnixFileMode.UserExecute));
        Assert.True(ExternalTool.Succeeds("bash", "-n", path));
    }

    [Fact]
    public void What_runs_after_creation_is_a_file_of_the_repository() =>
        Assert.Equal(".devcontainer/install-kernels", Text("postCreateCommand"));

    [Fact]
    public void It_opens_on_the_first_chapter() =>
        Assert.Equal([Repository.Notebooks[0].Replace('\\', '/')], Texts(Customization("codespaces", "openFiles")));

    [Fact]
    public void It_has_the_extensions_that_the_workspace_recommends() => Assert.Equal(
        Texts(Parse(".vscode/extensions.json").GetProperty("recommendations")),
        Texts(Customization("vscode", "extensions")));

    [Fact]
    public void The_workspace_names_the_solution()
    {
        string solution = Parse(".vscode/settings.json").GetProperty("dotnet.defaultSolution").GetString()!;

        Assert.True(File.Exists(Path.Combine(Repository.Root, solution)));
    }

    private static string Text(string property) => Container.GetProperty(property).GetString()!;

    private static JsonElement Customization(string tool, string property) =>
        Container.GetProperty("customizations").GetProperty(tool).GetProperty(property);

    private static IEnumerable<string?> Texts(JsonElement list) =>
        list.EnumerateArray().Select(item => item.GetString());

    private static JsonElement Parse(string file) => JsonDocument.Parse(Read(file)).RootElement;

    private static string Read(string file) => File.ReadAllText(Path.Combine(Repository.Root, file));

    [GeneratedRegex("dotnet run .*? -- ")]
    private static partial Regex HostCall();
}

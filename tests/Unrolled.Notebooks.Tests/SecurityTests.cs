using System.Text;
using System.Text.Json.Nodes;

namespace Unrolled.Notebooks.Tests;

/// <summary>What a reader is told of the code that runs, and what the build fetches.</summary>
public sealed class SecurityTests
{
    public static TheoryData<string> LockFiles =>
    [
        .. Directory.EnumerateDirectories(Path.Combine(Repository.Root, "lib"))
            .Select(folder => Path.Combine(folder, "package-lock.json"))
            .Where(File.Exists)
            .Select(file => Path.GetRelativePath(Repository.Root, file)),
    ];

    [Theory]
    [MemberData(nameof(LockFiles))]
    public void Every_npm_package_is_known_by_the_hash_of_its_content_and_its_licence(string lockFile)
    {
        JsonObject packages = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, lockFile)))!["packages"]!
            .AsObject();

        Assert.True(packages.Count > 1);
        foreach ((string name, JsonNode? package) in packages)
        {
            Assert.Equal("MIT", package!["license"]?.GetValue<string>());
            Assert.True(
                name == "" || package["integrity"]?.GetValue<string>().StartsWith("sha512-") == true,
                $"{lockFile}: {name} has no sha512 hash.");
        }
    }

    [Fact]
    public void The_build_takes_npm_packages_as_they_are_locked_and_runs_none_of_their_scripts() =>
        Assert.Contains(
            "npm ci --ignore-scripts",
            File.ReadAllText(Path.Combine(Repository.Root, "lib", "NpmPackages.targets")));

    [FactRequires(ExternalTool.Npm)]
    public void The_licences_of_the_books_scripts_are_in_the_book()
    {
        string katex = Repository.BuildOutput("Unrolled.NotebookHost", Path.Combine("katex", "LICENSE"));
        byte[] charts = File.ReadAllBytes(Repository.BuildOutput("notebooks", "Unrolled.Charts.dll"));

        Assert.Contains("The MIT License (MIT)", File.ReadAllText(katex));
        Assert.True(
            charts.AsSpan().IndexOf(Encoding.UTF8.GetBytes("Licensed under the MIT license")) > 0,
            "plotly.js has lost its licence.");
    }

    [Fact]
    public void Temporary_files_are_in_folders_that_belong_to_their_user_alone()
    {
        string[] shared =
        [
            .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "lib"), "*.cs", SearchOption.AllDirectories)
                .Where(file => File.ReadAllText(file).Replace("EnumerateDirectories(Path.GetTempPath()", "") is var text
                    && (text.Contains("GetTempPath(") || text.Contains("GetTempFileName("))),
        ];
        using TemporaryFolder folder = new();

        Assert.Empty(shared);
        Assert.True(
            OperatingSystem.IsWindows()
            || File.GetUnixFileMode(folder.Path)
                == (UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
    }

    [Fact]
    public async Task A_reader_is_told_that_running_a_notebook_runs_its_code()
    {
        (_, string help) = await UnrolledCommand.RunAsync("run", "--help");

        string unwrapped = string.Join(' ', help.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("A notebook's code runs with your rights", unwrapped);
        Assert.Contains(
            "Running a notebook runs its code, with your rights",
            File.ReadAllText(Path.Combine(Repository.Root, "README.md")));
    }
}

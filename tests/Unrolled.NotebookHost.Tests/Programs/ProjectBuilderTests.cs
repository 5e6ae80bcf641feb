using Unrolled.NotebookHost.Programs;

namespace Unrolled.NotebookHost.Tests.Programs;

public sealed class ProjectBuilderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_nearest_project_above_counts_and_nothing_beyond_the_repository()
    {
        folder.Write("outside.csproj", "");
        Directory.CreateDirectory(folder["repository/.git"]);
        folder.Write("repository/notebooks/notebooks.csproj", "");
        Directory.CreateDirectory(folder["repository/notebooks/solutions"]);
        Directory.CreateDirectory(folder["repository/other"]);

        Assert.Equal(
            [folder["repository/notebooks/notebooks.csproj"]],
            ProjectBuilder.ProjectsAbove(folder["repository/notebooks/solutions"]));
        Assert.Empty(ProjectBuilder.ProjectsAbove(folder["repository/other"]));
    }

    [Fact]
    public async Task A_notebook_runs_with_what_the_build_writes_and_says_so_where_the_build_was_left_out()
    {
        WriteProject("Sources.cs", "class C { }");
        folder.WriteNotebook("a.ipynb", "#!import \"setup.csx\"", "answer");

        CommandResult unbuilt = await UnrolledCommand.RunAsync(folder, "run", "a.ipynb", "--no-build");
        CommandResult built = await UnrolledCommand.RunAsync(folder, "run", "a.ipynb");

        Assert.Equal(1, unbuilt.ExitCode);
        Assert.Contains(
            $"setup.csx; if the build writes it, build first with `dotnet build \"{folder["library.csproj"]}\"`",
            unbuilt.Output);
        Assert.Equal(0, built.ExitCode);
        Assert.Contains("building library.csproj", built.Output);
    }

    [Fact]
    public async Task A_project_that_does_not_build_is_built_once_and_told_in_CSharp_terms()
    {
        WriteProject("Sources.cs", "class C { int n = \"a\"; }");
        folder.WriteNotebook("a.ipynb", "1");
        folder.WriteNotebook("b.ipynb", "1");

        CommandResult result = await UnrolledCommand.RunAsync(folder, "run", ".");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("a.ipynb: failed: library.csproj does not build:", result.Output);
        Assert.Contains("b.ipynb: failed: library.csproj does not build:", result.Output);
        Assert.Contains("Sources.cs(1,19): error CS0029", result.Output);
        Assert.Single(result.Output.Split('\n'), line => line == "building library.csproj");
    }

    [Fact]
    public async Task A_build_that_needs_an_sdk_which_is_not_installed_names_the_file_that_requests_it()
    {
        WriteProject("Sources.cs", "class C { }");
        folder.Write("global.json", """{"sdk": {"version": "99.0.100"}}""");
        folder.WriteNotebook("a.ipynb", "1");

        CommandResult result = await UnrolledCommand.RunAsync(folder, "run", "a.ipynb");

        Assert.Contains(
            $"library.csproj does not build:\n{folder["global.json"]} requests the .NET SDK 99.0.100, which is not "
            + "installed.\n",
            result.Output);
    }

    private void WriteProject(string source, string code)
    {
        folder.Write(source, code);
        folder.Write("library.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net{Environment.Version.Major}.0</TargetFramework></PropertyGroup>
              <Target Name="WriteSetup" AfterTargets="Build">
                <WriteLinesToFile File="$(MSBuildProjectDirectory)/setup.csx" Lines="int answer = 42%3B"
                                  Overwrite="true" />
              </Target>
            </Project>
            """);
    }
}

namespace Unrolled.Notebooks.Tests;

public class BuildFreshnessTests
{
    [Fact]
    public void Scripts_styles_and_project_files_count_as_sources_and_prose_does_not()
    {
        using TemporaryFolder folder = new();
        string[] sources = ["A.csproj", "Web/A.targets", "Web/figures.js", "Web/style.css", "Rooms/A.cs"];
        foreach (string file in (string[])[.. sources, "README.md", "packages.lock.json"])
            folder.Write(file, "");

        Assert.Equal(
            sources.Order(),
            BuildFreshness.SourcesOf(folder.Path)
                .Select(file => Path.GetRelativePath(folder.Path, file.FullName).Replace('\\', '/'))
                .Order());
    }
}

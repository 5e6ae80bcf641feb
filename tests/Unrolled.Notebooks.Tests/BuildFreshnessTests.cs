namespace Unrolled.Notebooks.Tests;

public class BuildFreshnessTests
{
    [Fact]
    public void Scripts_styles_project_files_and_what_they_import_are_sources_and_prose_is_not()
    {
        using TemporaryFolder folder = new();
        string[] sources = ["A/A.targets", "A/Web/figures.js", "A/Web/style.css", "A/Rooms/A.cs", "Shared.targets"];
        foreach (string file in (string[])[.. sources, "A/README.md", "A/packages.lock.json", "Other.targets"])
            folder.Write(file, "");
        folder.Write("A/A.csproj", "<Project><Import Project=\"../Shared.targets\" /></Project>");

        Assert.Equal(
            sources.Append("A/A.csproj").Order(),
            BuildFreshness.SourcesOf(folder["A"])
                .Select(file => Path.GetRelativePath(folder.Path, file.FullName).Replace('\\', '/'))
                .Order());
    }
}

using System.Xml.Linq;

namespace Unrolled.Notebooks.Tests;

/// <summary>
/// These tests execute notebooks against what was built last and never build themselves. A stale build would test
/// yesterday's library, so it is an error that says what to do.
/// </summary>
internal static class BuildFreshness
{
    private static readonly string[] Projects = ["Unrolled", "Unrolled.Charts"];

    // What is compiled, what is embedded, and what says how.
    private static readonly string[] Sources = [".cs", ".js", ".css", ".csproj", ".props", ".targets"];

    private static readonly string[] Settings =
        ["Directory.Build.props", "Directory.Packages.props", Path.Combine("lib", "Directory.Build.props")];

    /// <exception cref="InvalidOperationException">
    /// A library's source is newer than the build that the notebooks use.
    /// </exception>
    public static void Require()
    {
        foreach (string project in Projects)
        {
            FileInfo built = new(Repository.BuildOutput("notebooks", $"{project}.dll"));
            if (!built.Exists)
                throw new InvalidOperationException($"{built.FullName} is missing: run `dotnet build` first.");
            IEnumerable<FileInfo> settings = Settings.Select(file => new FileInfo(Path.Combine(Repository.Root, file)));
            FileInfo newest = SourcesOf(Path.Combine(Repository.Root, "lib", project))
                .Concat(settings)
                .MaxBy(file => file.LastWriteTimeUtc)!;
            if (newest.LastWriteTimeUtc > built.LastWriteTimeUtc)
                throw new InvalidOperationException(
                    $"{newest.FullName} is newer than the build of {project}: run `dotnet build` first.");
        }
    }

    /// <summary>The files of a project's folder that its build reads, and those that its project file imports.</summary>
    public static IEnumerable<FileInfo> SourcesOf(string folder)
    {
        FileInfo[] sources =
        [
            .. new DirectoryInfo(folder)
                .EnumerateFiles("*", SearchOption.AllDirectories)
                .Where(file => Sources.Contains(file.Extension)),
        ];
        return sources.Concat(sources.Where(file => file.Extension == ".csproj").SelectMany(ImportedBy));
    }

    private static IEnumerable<FileInfo> ImportedBy(FileInfo project) =>
        XElement.Load(project.FullName)
            .Elements("Import")
            .Select(import => new FileInfo(Path.Combine(project.DirectoryName!, import.Attribute("Project")!.Value)));
}

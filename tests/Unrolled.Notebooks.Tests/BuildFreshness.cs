namespace Unrolled.Notebooks.Tests;

/// <summary>
/// These tests execute notebooks against what was built last and never build themselves. A stale build would test
/// yesterday's library, so it is an error that says what to do.
/// </summary>
internal static class BuildFreshness
{
    private static readonly string[] Projects = ["Unrolled", "Unrolled.Charts"];

    /// <exception cref="InvalidOperationException">A library's source is newer than the build the notebooks use.</exception>
    public static void Require()
    {
        foreach (string project in Projects)
        {
            FileInfo built = new(Repository.BuildOutput("notebooks", $"{project}.dll"));
            if (!built.Exists)
                throw new InvalidOperationException($"{built.FullName} is missing: run `dotnet build` first.");
            FileInfo newest = NewestSource(project);
            if (newest.LastWriteTimeUtc > built.LastWriteTimeUtc)
                throw new InvalidOperationException(
                    $"{newest.FullName} is newer than the build of {project}: run `dotnet build` first.");
        }
    }

    private static FileInfo NewestSource(string project) =>
        new DirectoryInfo(Path.Combine(Repository.Root, "lib", project))
            .EnumerateFiles("*.cs", SearchOption.AllDirectories)
            .MaxBy(file => file.LastWriteTimeUtc)!;
}

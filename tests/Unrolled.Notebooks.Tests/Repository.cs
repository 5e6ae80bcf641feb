namespace Unrolled.Notebooks.Tests;

/// <summary>Where things stand in the clone that these tests were built in.</summary>
internal static class Repository
{
    /// <summary>The clone's root: the folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>The notebooks of the series in reading order, as paths below <see cref="Root"/>.</summary>
    public static IReadOnlyList<string> Notebooks { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, "notebooks"), "*.ipynb")
            .Select(path => Path.GetRelativePath(Root, path))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>What a project's build left behind, in the Configuration of these tests.</summary>
    public static string BuildOutput(string project, string file)
    {
        string configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
        return Path.Combine(Root, "artifacts", "bin", project, configuration, file);
    }

    private static string FindRoot(string start)
    {
        DirectoryInfo? folder = new(start);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Unrolled.slnx")))
            folder = folder.Parent;
        return folder?.FullName
            ?? throw new DirectoryNotFoundException($"No folder above {start} holds Unrolled.slnx.");
    }
}

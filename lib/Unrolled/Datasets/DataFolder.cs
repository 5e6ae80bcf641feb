namespace Unrolled;

/// <summary>
/// Finds the folder <c>data/</c>: the caller's; else that of the environment variable <c>UNROLLED_DATA</c>; else
/// upwards from the current directory and from this library, the first folder <c>data</c> that has a <c>README.md</c>
/// and holds the file.
/// </summary>
public static class DataFolder
{
    /// <summary>The environment variable that names the folder.</summary>
    public const string EnvironmentVariable = "UNROLLED_DATA";

    /// <summary>
    /// The full path of a file of the data folder, whatever it holds; the data sets' own readers compare its checksum.
    /// </summary>
    /// <param name="file">The file's path inside the folder, with forward slashes.</param>
    /// <param name="dataFolder">The folder, if the caller knows it; nothing else is searched then.</param>
    /// <exception cref="DataFileException">
    /// The file was not found; the message names the folders that were searched.
    /// </exception>
    public static string Locate(string file, string? dataFolder = null) =>
        Find(file, dataFolder).FullPath;

    internal static DataFile Find(string file, string? dataFolder) =>
        Find(
            file,
            dataFolder,
            Environment.GetEnvironmentVariable(EnvironmentVariable),
            [Environment.CurrentDirectory, AppContext.BaseDirectory, LibraryFolder()]);

    internal static DataFile Find(
        string file, string? dataFolder, string? environmentFolder, IReadOnlyList<string> startingPoints)
    {
        if (dataFolder is not null)
            return InFolder(dataFolder, file, $"the folder given is \"{dataFolder}\"");
        if (!string.IsNullOrEmpty(environmentFolder))
            return InFolder(environmentFolder, file, $"{EnvironmentVariable} is \"{environmentFolder}\"");

        return startingPoints.SelectMany(Upwards).Select(folder => Path.Combine(folder, "data"))
            .Where(folder => File.Exists(Path.Combine(folder, "README.md")))
            .Select(folder => new DataFile(folder, file))
            .FirstOrDefault(found => File.Exists(found.FullPath))
            ?? throw new DataFileException(
                $"data/{file}",
                "not found; looked for a folder \"data\" with a README.md upwards from "
                + string.Join(
                    " and ", startingPoints.Where(start => start != "").Distinct().Select(start => $"\"{start}\""))
                + $". Name the folder in the environment variable {EnvironmentVariable}.");
    }

    private static DataFile InFolder(string folder, string file, string source)
    {
        if (folder == "" || folder.Contains('\0'))
            throw new DataFileException($"data/{file}", $"not found; {source}, which is no path of a folder.");
        DataFile found = new(folder, file);
        return File.Exists(found.FullPath)
            ? found
            : throw new DataFileException(found.Name, $"not found; {source}, so \"{found.FullPath}\" was expected.");
    }

    private static IEnumerable<string> Upwards(string start)
    {
        for (string? folder = start == "" ? null : Path.GetFullPath(start);
            folder is not null;
            folder = Path.GetDirectoryName(folder))
            yield return folder;
    }

    // Empty in a single-file application.
    private static string LibraryFolder() =>
        Path.GetDirectoryName(typeof(DataFolder).Assembly.Location) ?? "";
}

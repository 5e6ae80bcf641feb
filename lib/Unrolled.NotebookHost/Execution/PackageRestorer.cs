using Unrolled.NotebookHost.Programs;

namespace Unrolled.NotebookHost.Execution;

/// <summary>
/// Gets a notebook's packages through a real restore by the SDK. All packages of a session are restored together, so
/// that NuGet chooses one version of each.
/// </summary>
internal sealed class PackageRestorer(string notebookDirectory) : IDisposable
{
    private readonly Dictionary<string, PackageRequest> packages = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> sources = [];
    private RestoredPackages? restored;
    private string? directory;
    private NativeFolder? natives;

    /// <summary>The number of restores so far.</summary>
    public int RestoreCount { get; private set; }

    /// <summary>Adds a folder or an address to the sources that NuGet is configured for.</summary>
    public void AddSource(string source)
    {
        if (!sources.Contains(source))
            sources.Add(source);
    }

    /// <summary>Restores a package with everything it depends on, unless this session has it already.</summary>
    /// <returns>All packages of the session.</returns>
    /// <exception cref="PackageRestoreException">
    /// No source has it, or not in that version, or another version is already in use.
    /// </exception>
    public async Task<RestoredPackages> AddAsync(PackageRequest package, CancellationToken cancellationToken = default)
    {
        if (packages.TryGetValue(package.Id, out PackageRequest? known))
        {
            if (package.Version == PackageRequest.Newest || package.Version == known.Version)
                return restored!;
            throw new PackageRestoreException(
                $"package {package} was asked for, but this session already uses {known}; restart it to change the "
                + "version");
        }

        restored = await RestoreAsync(package, cancellationToken);
        packages.Add(package.Id, package);
        return restored;
    }

    /// <summary>Removes the project; the packages stay in NuGet's own cache.</summary>
    public void Dispose()
    {
        if (directory is null || !Directory.Exists(directory))
            return;
        try
        {
            Directory.Delete(directory, recursive: true);
        }
        catch (UnauthorizedAccessException)
        {
            // Windows keeps a native library that is loaded; the folder is removed when the process has ended.
        }
    }

    /// <summary>Removes the projects of a process that was ended before it could do so itself.</summary>
    public static void RemoveFolderOf(int process)
    {
        try
        {
            foreach (string left in Directory.EnumerateDirectories(Path.GetTempPath(), FolderPrefix(process) + "*"))
                Directory.Delete(left, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The temporary folder is not ours to tidy against the system's will.
        }
    }

    private static string FolderPrefix(int process) => $"unrolled-packages-{process}-";

    private async Task<RestoredPackages> RestoreAsync(PackageRequest added, CancellationToken cancellationToken)
    {
        RestoreCount++;
        directory ??= Directory.CreateTempSubdirectory(FolderPrefix(Environment.ProcessId)).FullName;
        natives ??= new NativeFolder(Path.Combine(directory, "native"));
        string assetsPath = Path.Combine(directory, "obj", "project.assets.json");
        if (File.Exists(assetsPath))
            File.Delete(assetsPath);
        RestoreProject.Write(directory, notebookDirectory, packages.Values.Append(added), sources);
        DotnetResult result = await DotnetCommand.RunAsync(
            ["restore", RestoreProject.FileName, "--verbosity", "quiet"], directory, cancellationToken);
        var assets = AssetsFile.Load(assetsPath);
        if (result.Succeeded && assets is { Errors: [] })
            return assets.Read(natives);
        string reason = assets is { Errors: [_, ..] errors } ? string.Join("\n", errors) : result.Output.Trim();
        throw new PackageRestoreException($"package {added} could not be restored.\n{reason}");
    }
}

/// <summary>The failure to restore packages; the message names them and quotes NuGet.</summary>
internal sealed class PackageRestoreException(string message) : Exception(message)
{
    /// <summary>Whether no source holds the package (NU1101), or not in that version (NU1102).</summary>
    public bool IsNotHeld => Message.Contains("NU1101:") || Message.Contains("NU1102:");

    /// <summary>The reason why a notebook that requires the package is skipped, as a sentence about it.</summary>
    /// <param name="package">The package, with its version.</param>
    public string WhyMissing(string package) => IsNotHeld
        ? $"it requires the package {package}, which the package feed does not hold"
        : $"it requires the package {package}, which cannot be restored: {Message}";
}

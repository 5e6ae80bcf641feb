using System.ComponentModel;
using System.Diagnostics;

namespace Unrolled.NotebookHost.Packages;

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

    /// <summary>How often NuGet was asked.</summary>
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
    /// It cannot be had, or not in that version, or another version is already in use.
    /// </exception>
    public async Task<RestoredPackages> AddAsync(PackageRequest package)
    {
        if (packages.TryGetValue(package.Id, out PackageRequest? known))
        {
            if (package.Version == PackageRequest.Newest || package.Version == known.Version)
                return restored!;
            throw new PackageRestoreException(
                $"package {package} was asked for, but this session already uses {known}; restart it to change the version");
        }

        restored = await RestoreAsync(package);
        packages.Add(package.Id, package);
        return restored;
    }

    /// <summary>Removes the project; the packages stay in NuGet's own cache.</summary>
    public void Dispose()
    {
        if (directory is not null && Directory.Exists(directory))
            Directory.Delete(directory, recursive: true);
    }

    private async Task<RestoredPackages> RestoreAsync(PackageRequest added)
    {
        RestoreCount++;
        directory ??= Directory.CreateTempSubdirectory("unrolled-packages-").FullName;
        string assetsPath = Path.Combine(directory, "obj", "project.assets.json");
        if (File.Exists(assetsPath))
            File.Delete(assetsPath);
        RestoreProject.Write(directory, notebookDirectory, packages.Values.Append(added), sources);
        (int exitCode, string output) = await RunDotnetAsync("restore", RestoreProject.FileName, "--verbosity", "quiet");
        var assets = AssetsFile.Load(assetsPath);
        if (exitCode == 0 && assets is { Errors: [] })
            return assets.Read();
        string reason = assets is { Errors: [_, ..] errors } ? string.Join("\n", errors) : output.Trim();
        throw new PackageRestoreException($"package {added} could not be restored.\n{reason}");
    }

    private async Task<(int ExitCode, string Output)> RunDotnetAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(DotnetPath, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // A host that was itself started by the SDK would hand its MSBuild's settings down.
        foreach (string name in start.Environment.Keys.Where(IsMSBuildSetting).ToList())
            start.Environment.Remove(name);
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using Process process = Start(start);
        process.StandardInput.Close();
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await error);
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new PackageRestoreException(
                $"packages need the .NET SDK, and its command {start.FileName} did not start: {exception.Message}");
        }
    }

    private static string DotnetPath =>
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path ? path : "dotnet";

    private static bool IsMSBuildSetting(string name) => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase);
}

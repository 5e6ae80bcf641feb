namespace Unrolled.NotebookHost.Execution;

/// <summary>The files of all restored packages.</summary>
/// <param name="CompileAssemblies">The assemblies that cells can name.</param>
/// <param name="RuntimeAssemblies">The assemblies that run, those for this machine chosen by NuGet.</param>
/// <param name="NativeLibraries">The native libraries for this machine.</param>
internal sealed record RestoredPackages(
    IReadOnlyList<string> CompileAssemblies,
    IReadOnlyList<string> RuntimeAssemblies,
    IReadOnlyList<string> NativeLibraries) : IDependencySource
{
    /// <inheritdoc/>
    public string? FindAssembly(string simpleName) =>
        RuntimeAssemblies.FirstOrDefault(path =>
            Path.GetFileNameWithoutExtension(path).Equals(simpleName, StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public string? FindNative(string name) =>
        NativeLibraryNames.Of(name)
            .Select(file => NativeLibraries.FirstOrDefault(path => Path.GetFileName(path) == file))
            .FirstOrDefault(path => path is not null);
}

namespace Unrolled.NotebookHost.Execution;

/// <summary>The files of all restored packages.</summary>
/// <param name="CompileAssemblies">The assemblies that cells can name.</param>
/// <param name="RuntimeAssemblies">The assemblies that run, those for this machine chosen by NuGet.</param>
/// <param name="NativeLibraries">The native libraries for this machine.</param>
/// <param name="NativeFolder">The folder that they are loaded from, so that each finds the others.</param>
internal sealed record RestoredPackages(
    IReadOnlyList<string> CompileAssemblies,
    IReadOnlyList<string> RuntimeAssemblies,
    IReadOnlyList<string> NativeLibraries,
    NativeFolder NativeFolder) : IDependencySource
{
    /// <inheritdoc/>
    public string? FindAssembly(string simpleName) =>
        RuntimeAssemblies.FirstOrDefault(path =>
            Path.GetFileNameWithoutExtension(path).Equals(simpleName, StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public string? FindNative(string name)
    {
        string? library = NativeLibraryNames.Of(name)
            .Select(file => NativeLibraries.FirstOrDefault(path => Path.GetFileName(path) == file))
            .FirstOrDefault(path => path is not null);
        if (library is null)
            return null;
        NativeFolder.Add(NativeLibraries);
        return NativeFolder.PlaceOf(library);
    }
}

using System.Reflection;
using System.Runtime.Loader;

namespace Unrolled.NotebookHost.Execution;

/// <summary>The files beside a referenced library, and the packages in its <c>.deps.json</c>.</summary>
internal sealed class LibraryDependencies(string path) : IDependencySource
{
    // A browser has no resolver, and no native libraries to choose from.
    private readonly AssemblyDependencyResolver? resolver = OperatingSystem.IsBrowser() ? null : new(path);
    private readonly string directory = Path.GetDirectoryName(path)!;

    /// <inheritdoc/>
    public string? FindAssembly(string simpleName)
    {
        // First the resolver: it knows which of several files is this machine's.
        string beside = Path.Combine(directory, simpleName + ".dll");
        return resolver?.ResolveAssemblyToPath(new AssemblyName(simpleName)) ?? (File.Exists(beside) ? beside : null);
    }

    /// <inheritdoc/>
    public string? FindNative(string name) =>
        resolver?.ResolveUnmanagedDllToPath(name)
        ?? NativeLibraryNames.Of(name).Select(file => Path.Combine(directory, file)).FirstOrDefault(File.Exists);
}

/// <summary>The file names that the runtime tries for a name in <c>DllImport</c>.</summary>
internal static class NativeLibraryNames
{
    private static readonly string Extension =
        OperatingSystem.IsWindows() ? ".dll" : OperatingSystem.IsMacOS() ? ".dylib" : ".so";

    /// <summary>The candidates, the likeliest first.</summary>
    public static IEnumerable<string> Of(string name) =>
        OperatingSystem.IsWindows()
            ? [name + Extension, name]
            : [$"lib{name}{Extension}", name + Extension, name, "lib" + name];
}

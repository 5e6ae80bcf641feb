using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using Microsoft.CodeAnalysis;

namespace Unrolled.NotebookHost.Execution;

/// <summary>
/// The assemblies of the framework that this process runs on. The host's own packages are left out: a notebook may use
/// another version of them.
/// </summary>
internal static class FrameworkReferences
{
    private static readonly ImmutableSortedDictionary<string, PortableExecutableReference> Known =
        OperatingSystem.IsBrowser() ? InMemory() : OnDisk();

    /// <summary>References to all of them, read lazily and shared by every session.</summary>
    public static ImmutableArray<PortableExecutableReference> All { get; } = [.. Known.Values];

    /// <summary>Whether an assembly of this simple name belongs to the framework.</summary>
    public static bool Contains(string simpleName) => Known.ContainsKey(simpleName);

    private static ImmutableSortedDictionary<string, PortableExecutableReference> OnDisk()
    {
        string directory = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return Trusted().Where(path => Path.GetDirectoryName(path) == directory)
            .ToImmutableSortedDictionary(
                path => Path.GetFileNameWithoutExtension(path), AssemblyReferences.FromFile,
                StringComparer.OrdinalIgnoreCase);
    }

    // A browser has no files of them: the page hands their names to the runtime.
    private static ImmutableSortedDictionary<string, PortableExecutableReference> InMemory() =>
        Trusted().ToImmutableSortedDictionary(
            name => name, name => AssemblyReferences.Of(Assembly.Load(name)), StringComparer.OrdinalIgnoreCase);

    private static string[] Trusted() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
}

/// <summary>
/// One reference for each version of a file: Roslyn keeps the symbols of a reference it has seen, and a library that
/// was built again is another one.
/// </summary>
internal static class AssemblyReferences
{
    private static readonly ConcurrentDictionary<(string Path, DateTime Written), PortableExecutableReference> Known =
        new();

    /// <summary>The reference to a file.</summary>
    public static PortableExecutableReference FromFile(string path) =>
        Known.GetOrAdd(
            (path, File.GetLastWriteTimeUtc(path)), static file => MetadataReference.CreateFromFile(file.Path));

    /// <summary>The reference to an assembly of this process; to its memory where it has no file.</summary>
    public static PortableExecutableReference Of(Assembly assembly) =>
        assembly.Location.Length > 0 && File.Exists(assembly.Location)
            ? FromFile(assembly.Location)
            : FromMemory(assembly);

    private static unsafe PortableExecutableReference FromMemory(Assembly assembly)
    {
        string name = assembly.GetName().Name!;
        if (!assembly.TryGetRawMetadata(out byte* metadata, out int length))
            throw new InvalidOperationException($"{name}: the runtime gives no metadata of this assembly.");
        return AssemblyMetadata.Create(ModuleMetadata.CreateFromMetadata((nint)metadata, length))
            .GetReference(filePath: $"/{name}.dll");
    }
}

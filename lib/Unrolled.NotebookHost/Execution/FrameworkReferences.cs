using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Unrolled.NotebookHost.Execution;

/// <summary>
/// The assemblies of the shared framework that this process runs on. The host's own packages are left out: a notebook
/// may use another version of them.
/// </summary>
internal static class FrameworkReferences
{
    private static readonly ImmutableSortedDictionary<string, string> Paths = FindPaths();

    /// <summary>References to all of them, read lazily and shared by every session.</summary>
    public static ImmutableArray<PortableExecutableReference> All { get; } =
        [.. Paths.Values.Select(AssemblyReferences.FromFile)];

    /// <summary>Whether an assembly of this simple name belongs to the framework.</summary>
    public static bool Contains(string simpleName) => Paths.ContainsKey(simpleName);

    private static ImmutableSortedDictionary<string, string> FindPaths()
    {
        string directory = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return trusted.Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == directory)
            .ToImmutableSortedDictionary(
                path => Path.GetFileNameWithoutExtension(path), path => path, StringComparer.OrdinalIgnoreCase);
    }
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
}

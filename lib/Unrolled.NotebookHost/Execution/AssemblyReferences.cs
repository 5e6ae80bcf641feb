using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Unrolled.NotebookHost.Execution;

/// <summary>
/// One reference for each version of a file: Roslyn keeps the symbols of a reference it has seen, and a library that was
/// built again is another one.
/// </summary>
internal static class AssemblyReferences
{
    private static readonly ConcurrentDictionary<(string Path, DateTime Written), PortableExecutableReference> Known = new();

    /// <summary>The reference to a file.</summary>
    public static PortableExecutableReference FromFile(string path) =>
        Known.GetOrAdd(
            (path, File.GetLastWriteTimeUtc(path)), static file => MetadataReference.CreateFromFile(file.Path));
}

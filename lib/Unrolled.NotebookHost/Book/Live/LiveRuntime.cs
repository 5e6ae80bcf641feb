using System.Security.Cryptography;
using System.Text;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Book;

/// <summary>
/// The files that run cells in a reader's browser, as the build of Unrolled.Live lays them out: .NET for WebAssembly,
/// the compiler and the host as one pack, and the scripts and styles of the page.
/// </summary>
public sealed class LiveRuntime
{
    private const string PageFolder = "web/";
    private const string Worker = "web/worker.js";
    private const string Needed = "native/dotnet.native.wasm";

    private LiveRuntime(byte[] pack, IReadOnlyDictionary<string, byte[]> page) => (Pack, Page) = (pack, page);

    /// <summary>The pack of what the worker needs.</summary>
    internal byte[] Pack { get; }

    /// <summary>The scripts and styles of the page, by their names.</summary>
    internal IReadOnlyDictionary<string, byte[]> Page { get; }

    /// <summary>Reads the files of a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>The runtime; null where the folder has none, as where the build could not restore it.</returns>
    public static LiveRuntime? At(string folder)
    {
        if (!File.Exists(Path.Combine(folder, Needed)))
            return null;
        Dictionary<string, byte[]> files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(
                path => Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/'),
                File.ReadAllBytes);
        Dictionary<string, byte[]> packed = files
            .Where(file => file.Key == Worker || !file.Key.StartsWith(PageFolder, StringComparison.Ordinal))
            .ToDictionary();
        return new LiveRuntime(
            Packed(packed, folder),
            files.Where(file => file.Key.StartsWith(PageFolder, StringComparison.Ordinal))
                .ToDictionary(file => file.Key[PageFolder.Length..], file => file.Value));
    }

    // Compressing takes many seconds, and the same files give the same pack.
    private static byte[] Packed(Dictionary<string, byte[]> files, string folder)
    {
        string known = $"{Path.TrimEndingDirectorySeparator(folder)}-{Digest(files)}.pack";
        if (File.Exists(known))
            return File.ReadAllBytes(known);
        byte[] pack = LivePack.Of(files);
        string temporary = TemporaryFile.PathFor(known);
        File.WriteAllBytes(temporary, pack);
        File.Move(temporary, known, overwrite: true);
        return pack;
    }

    private static string Digest(Dictionary<string, byte[]> files)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach ((string name, byte[] content) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\n{content.Length}\n"));
            hash.AppendData(content);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}

using System.Security.Cryptography;
using System.Text;

namespace Unrolled.NotebookHost.Book;

/// <summary>All files of one edition of a book, in memory, by their paths within it.</summary>
public sealed class Edition
{
    private const string AssetFolder = "assets";
    private const int DigestLength = 10;

    private readonly SortedDictionary<string, byte[]> files = new(StringComparer.Ordinal);
    private readonly List<string> warnings = [];

    /// <summary>Path within the book, with <c>/</c> → content.</summary>
    public IReadOnlyDictionary<string, byte[]> Files => files;

    /// <summary>The problems for readers, such as links that lead nowhere: notebook, cell and problem.</summary>
    public IReadOnlyList<string> Warnings => warnings;

    /// <summary>The pages of the chapters in reading order.</summary>
    internal IReadOnlyList<string> Chapters { get; set; } = [];

    /// <summary>Adds a page or another text.</summary>
    internal void AddText(string path, string text) => files[path] = Encoding.UTF8.GetBytes(text);

    /// <summary>Adds a file under its own name in a folder of the assets.</summary>
    /// <returns>Its path within the book.</returns>
    internal string AddNamedAsset(string name, byte[] content)
    {
        string path = $"{AssetFolder}/{name}";
        files[path] = content;
        return path;
    }

    /// <summary>Adds a file under a name that its content decides, so that the same content is stored once.</summary>
    /// <returns>Its path within the book.</returns>
    internal string AddAsset(string name, byte[] content)
    {
        string digest = Convert.ToHexStringLower(SHA256.HashData(content))[..DigestLength];
        string stem = Path.GetFileNameWithoutExtension(name);
        return AddNamedAsset($"{SafeName(stem)}-{digest}{Path.GetExtension(name)}", content);
    }

    /// <summary>Records a problem for readers.</summary>
    internal void Warn(string warning) => warnings.Add(warning);

    // Names become URLs without escaping.
    private static string SafeName(string name) =>
        string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '-'));
}

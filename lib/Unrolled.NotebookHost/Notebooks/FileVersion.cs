using System.Security.Cryptography;

namespace Unrolled.NotebookHost.Notebooks;

/// <summary>The content of a file at one moment, by which a later change is seen.</summary>
/// <param name="Digest">The SHA-256 of its bytes; null where there was no file.</param>
public sealed record FileVersion(string? Digest)
{
    /// <summary>The version of a file that does not exist.</summary>
    public static FileVersion None { get; } = new((string?)null);

    /// <summary>The version with this content.</summary>
    public static FileVersion Of(ReadOnlySpan<byte> content) => new(Convert.ToHexStringLower(SHA256.HashData(content)));

    /// <summary>The version of a file now.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static FileVersion At(string path)
    {
        try
        {
            return Of(File.ReadAllBytes(path));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return None;
        }
    }
}

/// <summary>A file that was to be replaced, and that somebody has changed, made or deleted since it was read.</summary>
/// <param name="path">The file.</param>
/// <param name="isGone">Whether it was deleted.</param>
public sealed class FileChangedException(string path, bool isGone) : IOException(
    $"{path}: the file was {(isGone ? "deleted" : "changed")} by someone else since it was read, and is left as it is.")
{
    /// <summary>Whether the file was deleted.</summary>
    public bool IsGone { get; } = isGone;
}

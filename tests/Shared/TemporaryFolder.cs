namespace Unrolled.Testing;

/// <summary>A folder that lives as long as its test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>The folder's full path.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("unrolled-test-").FullName;

    /// <summary>The path of something inside.</summary>
    public string this[string relativePath] => System.IO.Path.Combine(Path, relativePath);

    /// <summary>Every file, hidden ones too, by its path within the folder.</summary>
    public IEnumerable<string> Files =>
        Directory
            .EnumerateFiles(Path, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
            .Select(file => System.IO.Path.GetRelativePath(Path, file))
            .Order(StringComparer.Ordinal);

    /// <summary>Writes a file, and the folders above it.</summary>
    /// <returns>Its full path.</returns>
    public string Write(string relativePath, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[relativePath])!);
        File.WriteAllText(this[relativePath], text);
        return this[relativePath];
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}

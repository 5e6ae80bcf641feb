using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Book;

/// <summary>Puts an edition into its folder, in the place of the edition before.</summary>
public static class EditionPublisher
{
    private const string Manifest = ".book-files";

    /// <summary>
    /// Writes everything into a temporary folder beside the target and moves it into place, pages last; then removes
    /// what an earlier edition wrote and this one does not have. Files that the book did not write stay.
    /// </summary>
    /// <exception cref="IOException">
    /// The folder cannot be written, or holds a file of another origin where the book needs its own.
    /// </exception>
    public static void Publish(Edition edition, string folder)
    {
        folder = Path.GetFullPath(folder);
        HashSet<string> previous = ReadManifest(folder);
        RefuseForeignFiles(edition, folder, previous);

        string temporary = $"{folder.TrimEnd(Path.DirectorySeparatorChar)}.{Guid.NewGuid():N}.tmp";
        try
        {
            WriteFiles(edition, temporary);
            MoveFiles(edition, temporary, folder);
        }
        finally
        {
            if (Directory.Exists(temporary))
                Directory.Delete(temporary, recursive: true);
        }
        foreach (string stale in previous.Except(edition.Files.Keys))
            DeleteWithEmptyFolders(folder, stale);
    }

    /// <summary>Checks before any work is done whether a folder can take a book; leaves nothing behind.</summary>
    /// <exception cref="IOException">The folder cannot be made, or nothing can be written into it.</exception>
    public static void EnsureWritable(string folder) =>
        WritableFolder.Ensure(folder, $"{folder}: a book cannot be written here");

    private static HashSet<string> ReadManifest(string folder)
    {
        string path = Path.Combine(folder, Manifest);
        return File.Exists(path) ? [.. File.ReadAllLines(path)] : [];
    }

    private static void RefuseForeignFiles(Edition edition, string folder, HashSet<string> previous)
    {
        string? foreign = edition.Files.Keys
            .FirstOrDefault(path => !previous.Contains(path) && File.Exists(Path.Combine(folder, path)));
        if (foreign is not null)
            throw new IOException(
                $"{Path.Combine(folder, foreign)}: this file was not written by a book and would be overwritten; "
                + "choose another folder.");
    }

    private static void WriteFiles(Edition edition, string temporary)
    {
        foreach ((string path, byte[] content) in edition.Files)
        {
            string target = Path.Combine(temporary, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllBytes(target, content);
        }
        File.WriteAllLines(Path.Combine(temporary, Manifest), edition.Files.Keys);
    }

    // Pages last: a page that a reader opens meanwhile finds all that it needs.
    private static void MoveFiles(Edition edition, string temporary, string folder)
    {
        IEnumerable<string> paths = edition.Files.Keys.OrderBy(
            path => path.EndsWith(".html", StringComparison.Ordinal));
        foreach (string path in paths.Append(Manifest))
        {
            string target = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Move(Path.Combine(temporary, path), target, overwrite: true);
        }
    }

    private static void DeleteWithEmptyFolders(string folder, string path)
    {
        string target = Path.GetFullPath(Path.Combine(folder, path));
        // A manifest that someone has edited must not reach outside.
        if (!target.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            return;
        File.Delete(target);
        for (string? parent = Path.GetDirectoryName(target); parent != folder; parent = Path.GetDirectoryName(parent))
        {
            if (!Directory.Exists(parent) || Directory.EnumerateFileSystemEntries(parent).Any())
                return;
            Directory.Delete(parent);
        }
    }
}

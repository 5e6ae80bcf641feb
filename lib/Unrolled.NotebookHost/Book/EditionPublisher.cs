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
        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        // In this order: a book that is published at the same time lists its files before it moves them.
        string[] present = [.. edition.Files.Keys.Where(path => File.Exists(Path.Combine(folder, path)))];
        HashSet<string> previous = ReadManifest(folder);
        RefuseForeignFiles(present, previous, folder);

        string temporary = TemporaryFile.PathFor(folder);
        try
        {
            WriteFiles(edition, temporary);
            Directory.CreateDirectory(folder);
            // Before the files: when this one breaks off, the next one knows that they are a book's.
            WriteManifest(folder, previous.Union(edition.Files.Keys));
            MoveFiles(edition, temporary, folder);
        }
        finally
        {
            if (Directory.Exists(temporary))
                Directory.Delete(temporary, recursive: true);
        }
        foreach (string stale in previous.Except(edition.Files.Keys))
            DeleteWithEmptyFolders(folder, stale);
        WriteManifest(folder, edition.Files.Keys);
        TemporaryFile.RemoveAbandoned(folder);
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

    private static void WriteManifest(string folder, IEnumerable<string> files) =>
        DurableFile.WriteAllText(Path.Combine(folder, Manifest), string.Concat(files.Select(file => $"{file}\n")));

    private static void RefuseForeignFiles(string[] present, HashSet<string> previous, string folder)
    {
        if (present.FirstOrDefault(path => !previous.Contains(path)) is { } foreign)
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
    }

    // Pages last: a page that a reader opens meanwhile finds all that it needs.
    private static void MoveFiles(Edition edition, string temporary, string folder)
    {
        IEnumerable<string> paths = edition.Files.Keys.OrderBy(
            path => path.EndsWith(".html", StringComparison.Ordinal));
        foreach (string path in paths)
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

using System.Text;

namespace Unrolled.NotebookHost.Notebooks;

/// <summary>
/// Writes a file so that every reader sees the old text or the new one, never a part: the text goes to a temporary
/// name in the target's folder and is moved into place. Mode bits and symbolic links survive, and on Linux, where the
/// system allows it, the user and the group to whom the file belongs.
/// </summary>
public static class DurableFile
{
    /// <summary>Replaces a file's text, or makes the file.</summary>
    /// <param name="path">The file; where it is a symbolic link, the file that it leads to is replaced.</param>
    /// <param name="text">The new text, written as UTF-8 without a byte order mark.</param>
    /// <param name="replaced">The version that may be replaced; null for any.</param>
    /// <exception cref="UnauthorizedAccessException">The file exists and is write-protected.</exception>
    /// <exception cref="FileChangedException">The file has another version by now, and keeps it.</exception>
    /// <exception cref="IOException">The file cannot be written; the old one is as it was.</exception>
    public static void WriteAllText(string path, string text, FileVersion? replaced = null)
    {
        string target = Target(path);
        EnsureReplaceable(path, target);
        byte[] content = Encoding.UTF8.GetBytes(text);
        using (FileStream temporary = TemporaryFile.Create(target))
        {
            try
            {
                Write(temporary, target, content);
                if (replaced is not null)
                    EnsureVersion(path, target, replaced, FileVersion.Of(content));
                File.Move(temporary.Name, target, overwrite: replaced != FileVersion.None);
            }
            catch
            {
                File.Delete(temporary.Name);
                throw;
            }
        }
        TemporaryFile.RemoveAbandoned(target);
    }

    /// <summary>
    /// Checks before any work is done whether a file may be written, and its folder can take another. The mode bits
    /// count, for root too: moving a new file into place would otherwise replace a write-protected one.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="name">Its name in errors; its path when not given.</param>
    /// <exception cref="UnauthorizedAccessException">The file exists and may not be written.</exception>
    /// <exception cref="IOException">
    /// The name is that of a folder, a device or a pipe, or the folder takes no file.
    /// </exception>
    public static void EnsureWritable(string path, string? name = null)
    {
        string target = Target(path);
        EnsureReplaceable(name ?? path, target);
        WritableFolder.Ensure(Path.GetDirectoryName(target)!, $"{name ?? path}: its folder takes no file");
    }

    private static void EnsureReplaceable(string name, string target)
    {
        if (Directory.Exists(target))
            throw new IOException($"{name}: this is a folder.");
        if (!File.Exists(target))
            return;
        if (FileStatus.Of(target) is { IsRegular: false })
            throw new IOException($"{name}: this is a device or a pipe, and no file with content of its own.");
        if (IsWriteProtected(target))
            throw new UnauthorizedAccessException($"{name}: the file is write-protected.");
        using FileStream probe = new(target, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
    }

    private static void Write(FileStream temporary, string target, byte[] content)
    {
        temporary.Write(content);
        temporary.Flush(flushToDisk: true);
        if (OperatingSystem.IsWindows() || !File.Exists(target))
            return;
        FileStatus.Of(target)?.GiveOwnerTo(temporary.SafeFileHandle);
        // Another owner, and the process's own mask, may have taken bits away.
        File.SetUnixFileMode(temporary.SafeFileHandle, File.GetUnixFileMode(target));
    }

    // Somebody else may have written the very same.
    private static void EnsureVersion(string path, string target, FileVersion replaced, FileVersion replacement)
    {
        FileVersion now = FileVersion.At(target);
        if (now != replaced && (now != replacement || replaced == FileVersion.None))
            throw new FileChangedException(path, isGone: now == FileVersion.None);
    }

    private static string Target(string path)
    {
        string full = Path.GetFullPath(path);
        return new FileInfo(full).LinkTarget is null
            ? full
            : File.ResolveLinkTarget(full, returnFinalTarget: true)!.FullName;
    }

    private static bool IsWriteProtected(string path)
    {
        const UnixFileMode anyoneWrites = UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
        return OperatingSystem.IsWindows()
            ? File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly)
            : (File.GetUnixFileMode(path) & anyoneWrites) == UnixFileMode.None;
    }
}

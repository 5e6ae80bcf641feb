using System.Text;

namespace Unrolled.NotebookHost.Notebooks;

/// <summary>
/// Writes a file so that every reader sees the old text or the new one, never a part: the text goes to a temporary
/// name in the target's folder and is moved into place. Mode bits and symbolic links survive.
/// </summary>
public static class DurableFile
{
    /// <summary>Replaces a file's text, or makes the file.</summary>
    /// <param name="path">The file; where it is a symbolic link, the file that it leads to is replaced.</param>
    /// <param name="text">The new text, written as UTF-8 without a byte order mark.</param>
    /// <exception cref="UnauthorizedAccessException">The file exists and is write-protected.</exception>
    /// <exception cref="IOException">The file cannot be written; the old one is as it was.</exception>
    public static void WriteAllText(string path, string text)
    {
        string target = Target(path);
        EnsureWritable(target);
        string temporary = Path.Combine(
            Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}.tmp");
        try
        {
            Write(temporary, target, text);
            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>
    /// Checks before any work is done whether a file may be written. The mode bits count, for root too: moving a new
    /// file into place would otherwise replace a write-protected one.
    /// </summary>
    /// <exception cref="UnauthorizedAccessException">The file exists and may not be written.</exception>
    public static void EnsureWritable(string path)
    {
        string target = Target(path);
        if (!File.Exists(target))
            return;
        if (IsWriteProtected(target))
            throw new UnauthorizedAccessException($"{path}: the file is write-protected.");
        using FileStream probe = new(target, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
    }

    private static void Write(string temporary, string target, string text)
    {
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        UnixFileMode? mode = OperatingSystem.IsWindows() || !File.Exists(target) ? null : File.GetUnixFileMode(target);
        using FileStream stream = new(temporary, options);
        stream.Write(Encoding.UTF8.GetBytes(text));
        stream.Flush(flushToDisk: true);
        if (mode is { } bits && !OperatingSystem.IsWindows())
            File.SetUnixFileMode(stream.SafeFileHandle, bits);
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

using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Unrolled.NotebookHost.Notebooks;

/// <summary>
/// The hidden file beside a target that takes its new text: <c>.NAME.PROCESS.RANDOM.tmp</c>. While a process writes it,
/// it is locked; a process that is killed leaves it behind. A folder's new files go into a folder of such a name.
/// </summary>
internal static partial class TemporaryFile
{
    /// <summary>Makes the file, empty and with the target's mode bits.</summary>
    /// <returns>The open file, which can be moved before it is closed.</returns>
    public static FileStream Create(string target)
    {
        FileStreamOptions options = new()
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.Delete,
        };
        if (!OperatingSystem.IsWindows() && File.Exists(target))
            options.UnixCreateMode = File.GetUnixFileMode(target);
        return new FileStream(PathFor(target), options);
    }

    /// <summary>A path of this kind at which there is nothing yet.</summary>
    public static string PathFor(string target)
    {
        (string folder, string name) = Parts(target);
        return Path.Combine(folder, $".{name}.{Environment.ProcessId}.{Path.GetRandomFileName()}.tmp");
    }

    /// <summary>Removes the files and folders that processes which are gone have left behind for a target.</summary>
    public static void RemoveAbandoned(string target)
    {
        (string folder, string name) = Parts(target);
        EnumerationOptions hiddenToo = new() { AttributesToSkip = 0, IgnoreInaccessible = true };
        foreach (string left in Directory.EnumerateFileSystemEntries(folder, $".{name}.*.tmp", hiddenToo))
            if (WriterOf(Path.GetFileName(left), name) is { } process && !IsAlive(process))
                RemoveUnlocked(left);
    }

    private static (string Folder, string Name) Parts(string target) =>
        (Path.GetDirectoryName(target)!, Path.GetFileName(target));

    // The process that has made a file; null when the file is not of this kind.
    private static int? WriterOf(string file, string name) =>
        file.StartsWith($".{name}.", StringComparison.Ordinal)
            && Rest().Match(file[(name.Length + 2)..]) is { Success: true } rest
            && int.TryParse(rest.Groups[1].Value, out int process)
            ? process
            : null;

    private static bool IsAlive(int process)
    {
        try
        {
            using Process found = Process.GetProcessById(process);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    // A process of another machine or container may have the file open: then it is locked.
    private static void RemoveUnlocked(string path)
    {
        try
        {
            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
                return;
            }
            using FileStream own = new(
                path, FileMode.Open, FileAccess.Read, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It stays.
        }
    }

    [GeneratedRegex(@"^(\d+)\.[a-z0-9]{8}\.[a-z0-9]{3}\.tmp$")]
    private static partial Regex Rest();
}

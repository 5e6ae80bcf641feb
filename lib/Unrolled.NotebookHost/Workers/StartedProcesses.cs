using System.Text;

namespace Unrolled.NotebookHost.Workers;

/// <summary>
/// The processes that a worker's cells have started, found by an environment variable that all of them inherit: those
/// too that have left the process group and whose parent has ended, as daemons do. Only Linux tells the environment of
/// other processes.
/// </summary>
internal static class StartedProcesses
{
    /// <summary>The environment variable that names the worker whose family a process belongs to.</summary>
    public const string Variable = "UNROLLED_WORKER";

    // One that starts others while they are ended is found again in the next round.
    private const int Rounds = 10;

    /// <summary>Ends every process of a worker's family but the calling one.</summary>
    public static void End(string family)
    {
        if (!OperatingSystem.IsLinux())
            return;
        byte[] entry = Encoding.ASCII.GetBytes($"{Variable}={family}");
        for (int round = 0; round < Rounds && Find(entry) is { Length: > 0 } found; round++)
            foreach (int process in found)
                Posix.End(process);
    }

    private static int[] Find(byte[] entry) =>
    [
        .. from folder in Directory.EnumerateDirectories("/proc")
           let process = int.TryParse(Path.GetFileName(folder), out int id) ? id : 0
           where process > 0 && process != Environment.ProcessId && Inherited(folder, entry)
           select process,
    ];

    private static bool Inherited(string folder, byte[] entry)
    {
        try
        {
            return File.ReadAllBytes(Path.Combine(folder, "environ")).AsSpan().IndexOf(entry) >= 0;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It has ended, or belongs to another user.
            return false;
        }
    }
}

using System.Runtime.InteropServices;

namespace Unrolled.NotebookHost.Workers;

/// <summary>The few system calls that .NET does not offer. Each does nothing on Windows.</summary>
internal static class Posix
{
    private const int Kill = 9;

    /// <summary>
    /// Makes this process the leader of its own group: Ctrl-C at the terminal reaches the host alone, and whatever a
    /// cell starts can be ended together.
    /// </summary>
    public static void LeadOwnGroup()
    {
        if (!OperatingSystem.IsWindows())
            _ = SetProcessGroup(0, 0);
    }

    /// <summary>Ends a process at once.</summary>
    public static void End(int process)
    {
        if (!OperatingSystem.IsWindows())
            _ = SendSignal(process, Kill);
    }

    /// <summary>Ends every process of a group, whether or not its leader still lives.</summary>
    public static void EndGroup(int leader)
    {
        if (!OperatingSystem.IsWindows())
            _ = SendSignal(-leader, Kill);
    }

    /// <summary>Flushes the C library's buffers of native code.</summary>
    public static void FlushNativeStreams()
    {
        if (!OperatingSystem.IsWindows())
            _ = Flush(IntPtr.Zero);
    }

    [DllImport("libc", EntryPoint = "setpgid")]
    private static extern int SetProcessGroup(int process, int group);

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int SendSignal(int process, int signal);

    [DllImport("libc", EntryPoint = "fflush")]
    private static extern int Flush(IntPtr stream);
}

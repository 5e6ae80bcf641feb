using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Unrolled.NotebookHost.Tests;

/// <summary>A signal that a terminal or a system sends; .NET itself can only kill.</summary>
internal static class Signal
{
    /// <summary>The signal of Ctrl-C.</summary>
    public const int Interrupt = 2;

    /// <summary>The signal that requests the end of a process.</summary>
    public const int Terminate = 15;

    public static void Send(Process process, int signal) => Assert.Equal(0, Kill(process.Id, signal));

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);
}

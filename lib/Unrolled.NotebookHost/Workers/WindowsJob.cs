using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace Unrolled.NotebookHost.Workers;

/// <summary>
/// A job object of Windows: the processes in it end with the last handle to it. It does there what a process group does
/// elsewhere.
/// </summary>
internal static class WindowsJob
{
    private const int ExtendedLimits = 9;
    private const uint KillOnClose = 0x2000;

    // Open as long as the process lives.
    private static SafeFileHandle? job;

    /// <summary>Puts this process, and all that it starts, into a job of its own, which ends with it.</summary>
    [SupportedOSPlatform("windows")]
    public static void Enter()
    {
        job = CreateJobObject(IntPtr.Zero, null);
        Limits limits = new() { Flags = KillOnClose };
        if (job.IsInvalid
            || !SetInformationJobObject(job, ExtendedLimits, ref limits, Marshal.SizeOf<Limits>())
            || !AssignProcessToJobObject(job, Process.GetCurrentProcess().SafeHandle))
            throw new Win32Exception();
    }

    [DllImport("kernel32", SetLastError = true, CharSet = CharSet.Unicode)]
    private static extern SafeFileHandle CreateJobObject(IntPtr attributes, string? name);

    [DllImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool SetInformationJobObject(SafeFileHandle job, int kind, ref Limits limits, int length);

    [DllImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool AssignProcessToJobObject(SafeFileHandle job, SafeProcessHandle process);

    /// <summary>JOBOBJECT_EXTENDED_LIMIT_INFORMATION of winnt.h.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct Limits
    {
        public long ProcessTime;
        public long JobTime;
        public uint Flags;
        public nuint LeastWorkingSet;
        public nuint MostWorkingSet;
        public uint ActiveProcesses;
        public nuint Affinity;
        public uint PriorityClass;
        public uint SchedulingClass;
        public ulong ReadOperations;
        public ulong WriteOperations;
        public ulong OtherOperations;
        public ulong ReadBytes;
        public ulong WrittenBytes;
        public ulong OtherBytes;
        public nuint ProcessMemory;
        public nuint JobMemory;
        public nuint PeakProcessMemory;
        public nuint PeakJobMemory;
    }
}

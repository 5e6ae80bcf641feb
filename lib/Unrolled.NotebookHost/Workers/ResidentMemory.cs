using System.Diagnostics;

namespace Unrolled.NotebookHost.Workers;

/// <summary>The memory that a process has to itself.</summary>
internal static class ResidentMemory
{
    /// <summary>
    /// Bytes in use now. On Linux pages of mapped files are left out: the runtime's own libraries are shared with every
    /// other .NET process.
    /// </summary>
    public static long Of(Process process)
    {
        if (!OperatingSystem.IsLinux())
        {
            process.Refresh();
            return process.WorkingSet64;
        }
        return File.ReadLines($"/proc/{process.Id}/status")
            .Where(line => line.StartsWith("RssAnon:") || line.StartsWith("RssShmem:"))
            .Sum(line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2])) * 1024;
    }
}

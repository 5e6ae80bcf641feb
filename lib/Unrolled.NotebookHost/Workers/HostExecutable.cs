using System.Diagnostics;
using System.Reflection;
using Unrolled.NotebookHost.Programs;

namespace Unrolled.NotebookHost.Workers;

/// <summary>The start of this same program again, however it was started.</summary>
internal static class HostExecutable
{
    /// <summary>A start of this program; the caller adds the arguments.</summary>
    public static ProcessStartInfo StartInfo()
    {
        Assembly program = typeof(HostExecutable).Assembly;
        return IsNamed(Environment.ProcessPath, program.GetName().Name!)
            ? new ProcessStartInfo(Environment.ProcessPath!)
            : new ProcessStartInfo(DotnetExecutable.Location) { ArgumentList = { program.Location } };
    }

    private static bool IsNamed(string? path, string name) =>
        Path.GetFileNameWithoutExtension(path) == name || Path.GetFileName(path) == name;
}

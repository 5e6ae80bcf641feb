using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Unrolled.NotebookHost.Workers;

/// <summary>How to start this same program again, however it was started.</summary>
internal static class HostExecutable
{
    /// <summary>The <c>dotnet</c> command that this process runs under, or the one on the path.</summary>
    public static string Dotnet { get; } = FindDotnet();

    /// <summary>A start of this program; the caller adds the arguments.</summary>
    public static ProcessStartInfo StartInfo()
    {
        string assembly = typeof(HostExecutable).Assembly.Location;
        if (IsNamed(Environment.ProcessPath, typeof(HostExecutable).Assembly.GetName().Name!))
            return new ProcessStartInfo(Environment.ProcessPath!);
        return new ProcessStartInfo(Dotnet) { ArgumentList = { assembly } };
    }

    // The runtime itself stands in <root>/shared/Microsoft.NETCore.App/<version>.
    private static string FindDotnet()
    {
        if (IsNamed(Environment.ProcessPath, "dotnet"))
            return Environment.ProcessPath!;
        string name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        string beside = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
        return File.Exists(beside) ? beside : name;
    }

    private static bool IsNamed(string? path, string name) =>
        Path.GetFileNameWithoutExtension(path) == name || Path.GetFileName(path) == name;
}

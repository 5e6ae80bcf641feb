using System.Diagnostics;

namespace Unrolled.NotebookHost.Workers;

/// <summary>How to start this same program again, however it was started.</summary>
internal static class HostExecutable
{
    /// <summary>The <c>dotnet</c> command that this process runs under, or the one on the path.</summary>
    public static string Dotnet { get; } =
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host && File.Exists(host) ? host
        : IsNamed(Environment.ProcessPath, "dotnet") ? Environment.ProcessPath!
        : "dotnet";

    /// <summary>A start of this program; the caller adds the arguments.</summary>
    public static ProcessStartInfo StartInfo()
    {
        string assembly = typeof(HostExecutable).Assembly.Location;
        if (IsNamed(Environment.ProcessPath, typeof(HostExecutable).Assembly.GetName().Name!))
            return new ProcessStartInfo(Environment.ProcessPath!);
        return new ProcessStartInfo(Dotnet) { ArgumentList = { assembly } };
    }

    private static bool IsNamed(string? path, string name) =>
        Path.GetFileNameWithoutExtension(path) == name || Path.GetFileName(path) == name;
}

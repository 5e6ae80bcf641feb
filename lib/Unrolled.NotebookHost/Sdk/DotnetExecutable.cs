using System.Runtime.InteropServices;

namespace Unrolled.NotebookHost.Sdk;

/// <summary>Where the <c>dotnet</c> command is.</summary>
internal static class DotnetExecutable
{
    private const string Name = "dotnet";

    /// <summary>The one that this process runs under, or the one on the path.</summary>
    public static string Location { get; } = Find();

    // The runtime itself stands in <root>/shared/Microsoft.NETCore.App/<version>.
    private static string Find()
    {
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == Name)
            return Environment.ProcessPath!;
        string file = OperatingSystem.IsWindows() ? Name + ".exe" : Name;
        string beside = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", file));
        return File.Exists(beside) ? beside : file;
    }
}

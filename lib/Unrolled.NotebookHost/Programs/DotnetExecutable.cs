using System.Runtime.InteropServices;

namespace Unrolled.NotebookHost.Programs;

/// <summary>The place of the <c>dotnet</c> command.</summary>
internal static class DotnetExecutable
{
    private const string Name = "dotnet";

    /// <summary>
    /// The folder of the SDK and its packs; the runtime is in shared/Microsoft.NETCore.App/VERSION below it.
    /// </summary>
    public static string Root { get; } = Path.GetFullPath(
        Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    /// <summary>The one that this process runs under, or the one on the path.</summary>
    public static string Location { get; } = Find();

    private static string Find()
    {
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == Name)
            return Environment.ProcessPath!;
        string file = OperatingSystem.IsWindows() ? Name + ".exe" : Name;
        string beside = Path.Combine(Root, file);
        return File.Exists(beside) ? beside : file;
    }
}

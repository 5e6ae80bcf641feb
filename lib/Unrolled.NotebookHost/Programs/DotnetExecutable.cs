using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Unrolled.NotebookHost.Programs;

/// <summary>The place of the <c>dotnet</c> command.</summary>
internal static partial class DotnetExecutable
{
    private const string Name = "dotnet";

    /// <summary>
    /// The folder of the SDK and its packs; the runtime is in shared/Microsoft.NETCore.App/VERSION below it.
    /// </summary>
    public static string Root { get; } = Path.GetFullPath(
        Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    /// <summary>The one that this process runs under, or the one on the path.</summary>
    public static string Location { get; } = Find();

    /// <summary>
    /// The name of the same folder that an upgrade leaves: Homebrew keeps each version in Cellar, removes it with the
    /// next one, and links to the newest from opt.
    /// </summary>
    /// <param name="root">The folder.</param>
    /// <param name="exists">Whether a folder exists.</param>
    public static string LastingRoot(string root, Func<string, bool> exists) =>
        Cellar().Replace(root, "/opt/$1") is var linked && exists(linked) ? linked : root;

    [GeneratedRegex("/Cellar/([^/]+)/[^/]+(?=/|$)")]
    private static partial Regex Cellar();

    private static string Find()
    {
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == Name)
            return Environment.ProcessPath!;
        string file = OperatingSystem.IsWindows() ? Name + ".exe" : Name;
        string beside = Path.Combine(Root, file);
        return File.Exists(beside) ? beside : file;
    }
}

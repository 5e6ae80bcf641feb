using System.Runtime.Versioning;

namespace Unrolled.NotebookHost.Tests;

/// <summary>The command as a user who owns nothing of the test's, as root can start it.</summary>
[UnsupportedOSPlatform("windows")]
internal static class OtherUser
{
    private const UnixFileMode Everyone =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    /// <summary>Whether this user can start it, and nobody can read it.</summary>
    public static bool IsPossible { get; } = ExternalTool.Succeeds(
        UnrolledCommand.AsNobody[0],
        [
            .. UnrolledCommand.AsNobody[1..], "test", "-r",
            Path.Combine(AppContext.BaseDirectory, "Unrolled.NotebookHost.dll"),
        ]);

    /// <summary>Runs the command in a folder that the user can read and not write.</summary>
    public static Task<CommandResult> RunAsync(TemporaryFolder folder, params string[] arguments)
    {
        File.SetUnixFileMode(folder.Path, Everyone);
        return UnrolledCommand.RunAsNobodyAsync(folder, arguments);
    }

    /// <summary>Lets the user write a file of the folder, or into a folder of it.</summary>
    public static void LetWrite(string path) =>
        File.SetUnixFileMode(path, Everyone | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite);
}

/// <summary>A test that starts the command as another user, which only root can.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OtherUserTheoryAttribute : TheoryAttribute
{
    /// <summary>Skips the test where there can be no other user.</summary>
    public OtherUserTheoryAttribute()
    {
        if (OperatingSystem.IsWindows() || !OtherUser.IsPossible)
            Skip = "needs root, who can start the command as another user, and setpriv.";
    }
}

namespace Unrolled.NotebookHost.Tests;

/// <summary>
/// A folder on a small disk of its own, in a mount namespace that ends with the command: nothing else on the machine
/// sees the disk, and nothing else can be hurt by it.
/// </summary>
internal static class PrivateDisk
{
    // The arguments: the test's folder, the bytes to leave free, the command.
    private const string Script = """
        folder=$1 free=$2
        shift 2
        mount -t tmpfs -o size=8m none "$folder/disk" && cp -a "$folder/before/." "$folder/disk" || exit 125
        cd "$folder/disk"
        head -c 16M /dev/zero > filler 2> /dev/null
        truncate -s -"$free" filler
        "$@"
        code=$?
        rm filler
        cp -a . "$folder/after"
        exit $code
        """;

    /// <summary>Whether this user can make one.</summary>
    public static bool IsPossible { get; } =
        ExternalTool.Succeeds("unshare", "--mount", "sh", "-c", "mount -t tmpfs none /mnt");

    /// <summary>Runs the command in a folder on a disk that is full but for some bytes.</summary>
    /// <param name="folder">Its folder <c>before</c> is on the disk; <c>after</c> gets what the command leaves.</param>
    /// <param name="free">The bytes that are left, in pages of 4,096.</param>
    /// <param name="arguments">The command's.</param>
    public static Task<CommandResult> RunAsync(TemporaryFolder folder, int free, params string[] arguments)
    {
        Directory.CreateDirectory(folder["disk"]);
        Directory.CreateDirectory(folder["after"]);
        return UnrolledCommand.RunThroughAsync(
            folder, ["unshare", "--mount", "sh", "-c", Script, "sh", folder.Path, $"{free}"], arguments);
    }
}

/// <summary>A test that makes a disk of its own, which only root on Linux can.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PrivateDiskFactAttribute : FactRequiresAttribute
{
    /// <summary>Names the tools that the test needs too, by the constants of <see cref="ExternalTool"/>.</summary>
    public PrivateDiskFactAttribute(params string[] tools)
        : base(tools) => Skip = WhyNot ?? Skip;

    /// <summary>Why there can be none; null where there can.</summary>
    internal static string? WhyNot =>
        PrivateDisk.IsPossible ? null : "needs a mount namespace of its own, which only root on Linux can make.";
}

/// <summary>As <see cref="PrivateDiskFactAttribute"/>, for a test with several cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PrivateDiskTheoryAttribute : TheoryAttribute
{
    /// <summary>Skips the test where the disk cannot be made.</summary>
    public PrivateDiskTheoryAttribute() => Skip = PrivateDiskFactAttribute.WhyNot;
}

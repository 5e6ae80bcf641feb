using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Unrolled.NotebookHost.Notebooks;

/// <summary>
/// The properties of a file that Linux knows and .NET does not tell: its kind, its user and its group.
/// </summary>
/// <param name="IsRegular">Whether it is a file with content of its own: no device, pipe or socket.</param>
/// <param name="User">The id of the user to whom it belongs.</param>
/// <param name="Group">The id of its group.</param>
internal sealed record FileStatus(bool IsRegular, uint User, uint Group)
{
    private const int FromCurrentFolder = -100;
    private const uint KindUserAndGroup = 0x01 | 0x08 | 0x10;
    private const int KindBits = 0xF000, RegularKind = 0x8000;

    // In chown's arguments: as it is.
    private const uint Unchanged = uint.MaxValue;

    /// <summary>
    /// The status of a file, or of the one that a symbolic link leads to; null where there is none, and on other
    /// systems than Linux.
    /// </summary>
    public static FileStatus? Of(string path)
    {
        if (!OperatingSystem.IsLinux())
            return null;
        try
        {
            return Read(FromCurrentFolder, path, 0, KindUserAndGroup, out Fields fields) == 0
                ? new FileStatus((fields.Mode & KindBits) == RegularKind, fields.User, fields.Group)
                : null;
        }
        catch (EntryPointNotFoundException)
        {
            // A C library that is older than the call.
            return null;
        }
    }

    /// <summary>
    /// Gives an open file this user and group; only the group, or neither, where that is not allowed.
    /// </summary>
    public void GiveOwnerTo(SafeFileHandle file)
    {
        if (ChangeOwner(file, User, Group) != 0)
            _ = ChangeOwner(file, Unchanged, Group);
    }

    [DllImport("libc", EntryPoint = "statx")]
    private static extern int Read(int folder, string path, int flags, uint mask, out Fields fields);

    [DllImport("libc", EntryPoint = "fchown")]
    private static extern int ChangeOwner(SafeFileHandle file, uint user, uint group);

    // struct statx of linux/stat.h, the same on every processor.
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Fields
    {
        [FieldOffset(20)]
        public uint User;

        [FieldOffset(24)]
        public uint Group;

        [FieldOffset(28)]
        public ushort Mode;
    }
}

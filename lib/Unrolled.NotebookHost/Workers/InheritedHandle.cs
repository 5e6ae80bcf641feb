using System.IO.Pipes;
using Microsoft.Win32.SafeHandles;

namespace Unrolled.NotebookHost.Workers;

/// <summary>
/// Opens the handles that a worker inherits so that processes started by its cells do not inherit it again.
/// </summary>
internal static class InheritedHandle
{
    /// <summary>The worker's end of an anonymous pipe.</summary>
    public static Stream OpenPipe(PipeDirection direction, string handle)
    {
        if (OperatingSystem.IsWindows())
            return new AnonymousPipeClientStream(direction, handle);
        FileAccess access = direction == PipeDirection.In ? FileAccess.Read : FileAccess.Write;
        Stream reopened = Reopen(handle, access);
        new SafeFileHandle(int.Parse(handle), ownsHandle: true).Dispose();
        return reopened;
    }

    /// <summary>A standard stream, through a descriptor of its own that no cell can close or redirect.</summary>
    /// <param name="descriptor">1 for standard output, 2 for standard error.</param>
    public static Stream OpenStandard(int descriptor) =>
        !OperatingSystem.IsWindows() ? Reopen(descriptor.ToString(), FileAccess.Write)
        : descriptor == 1 ? Console.OpenStandardOutput()
        : Console.OpenStandardError();

    // .NET opens every file so that it is closed in child processes.
    private static FileStream Reopen(string descriptor, FileAccess access) =>
        new($"/dev/fd/{descriptor}", FileMode.Open, access, FileShare.ReadWrite, bufferSize: 0);
}

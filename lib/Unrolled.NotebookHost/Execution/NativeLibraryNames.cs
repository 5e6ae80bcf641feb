namespace Unrolled.NotebookHost.Execution;

/// <summary>The file names that a name in <c>DllImport</c> may stand for, as the runtime itself tries them.</summary>
internal static class NativeLibraryNames
{
    private static readonly string Extension =
        OperatingSystem.IsWindows() ? ".dll" : OperatingSystem.IsMacOS() ? ".dylib" : ".so";

    /// <summary>The candidates, the likeliest first.</summary>
    public static IEnumerable<string> Of(string name) =>
        OperatingSystem.IsWindows()
            ? [name + Extension, name]
            : [$"lib{name}{Extension}", name + Extension, name, "lib" + name];
}

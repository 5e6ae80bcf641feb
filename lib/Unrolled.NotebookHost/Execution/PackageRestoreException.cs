namespace Unrolled.NotebookHost.Execution;

/// <summary>Packages that cannot be had; the message names them and says what NuGet said.</summary>
internal sealed class PackageRestoreException(string message) : Exception(message)
{
    /// <summary>Whether no source holds the package (NU1101), or not in that version (NU1102).</summary>
    public bool IsNotHeld => Message.Contains("NU1101:") || Message.Contains("NU1102:");
}

namespace Unrolled.NotebookHost.Packages;

/// <summary>Packages that cannot be had; the message names them and says what NuGet said.</summary>
internal sealed class PackageRestoreException(string message) : Exception(message);

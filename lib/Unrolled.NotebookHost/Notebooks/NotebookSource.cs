namespace Unrolled.NotebookHost.Notebooks;

/// <summary>A notebook to run.</summary>
/// <param name="Path">The file, absolute.</param>
/// <param name="Name">Its name in reports: its path from the current folder.</param>
/// <param name="OutputPath">Its path below an output folder.</param>
internal sealed record NotebookSource(string Path, string Name, string OutputPath)
{
    /// <summary>The folder of the file, which is the working directory of its cells.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path)!;
}

/// <summary>The name of a file in reports.</summary>
internal static class ShownPath
{
    /// <summary>The path from the current folder or the full path, whichever is shorter.</summary>
    public static string Of(string path, string currentFolder)
    {
        string full = Path.GetFullPath(path);
        string relative = Path.GetRelativePath(currentFolder, full);
        return relative.Length <= full.Length ? relative : full;
    }
}

namespace Unrolled.NotebookHost.Notebooks;

/// <summary>How reports name a file.</summary>
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

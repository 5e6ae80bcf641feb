namespace Unrolled.NotebookHost.Notebooks;

/// <summary>The folder that holds <c>.git</c>.</summary>
internal static class RepositoryRoot
{
    /// <summary>The nearest repository root at or above a folder; the folder itself where there is none.</summary>
    public static string Of(string folder) => FoldersUpToRoot(folder).Last();

    /// <summary>The folder and those above it, up to the repository's root; only itself outside a repository.</summary>
    public static IReadOnlyList<string> FoldersUpToRoot(string folder)
    {
        List<string> folders = [];
        for (DirectoryInfo? current = new(folder); current is not null; current = current.Parent)
        {
            folders.Add(current.FullName);
            if (Path.Exists(Path.Combine(current.FullName, ".git")))
                return folders;
        }
        return folders[..1];
    }
}

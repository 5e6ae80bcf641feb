namespace Unrolled.NotebookHost.Documents;

/// <summary>Finds the notebooks that a command is about.</summary>
public static class NotebookFiles
{
    private const string Extension = ".ipynb";
    private const string DefaultFolder = "notebooks";

    /// <summary>
    /// The notebooks that the arguments name, folders standing for everything below them; without arguments those in
    /// <c>notebooks/</c> of the repository. Hidden folders and <c>.ipynb_checkpoints</c> are left out. Ordered by path within a
    /// folder, each file once.
    /// </summary>
    /// <exception cref="FileNotFoundException">An argument names nothing, or no notebook; the message says which.</exception>
    public static IReadOnlyList<string> Find(IReadOnlyList<string> arguments, string workingFolder)
    {
        IEnumerable<string> places = arguments.Count > 0
            ? arguments.Select(argument => Path.Combine(workingFolder, argument))
            : [Path.Combine(RepositoryRoot(workingFolder), DefaultFolder)];
        return [.. places.SelectMany(NotebooksAt).Select(Path.GetFullPath).Distinct()];
    }

    /// <summary>The nearest folder at or above the given one that holds <c>.git</c>; the given one when there is none.</summary>
    public static string RepositoryRoot(string folder)
    {
        for (DirectoryInfo? candidate = new(folder); candidate is not null; candidate = candidate.Parent)
            if (Path.Exists(Path.Combine(candidate.FullName, ".git")))
                return candidate.FullName;
        return Path.GetFullPath(folder);
    }

    private static IReadOnlyList<string> NotebooksAt(string place)
    {
        if (Directory.Exists(place))
            return NotebooksBelow(place);
        if (!File.Exists(place))
            throw new FileNotFoundException($"{place}: there is no such file or folder.", place);
        if (Path.GetExtension(place) != Extension)
            throw new FileNotFoundException($"{place}: not a notebook, expected a name that ends in {Extension}.", place);
        return [place];
    }

    private static IReadOnlyList<string> NotebooksBelow(string folder)
    {
        string[] found =
        [
            .. Directory.EnumerateFiles(folder, "*" + Extension, SearchOption.AllDirectories)
                .Where(path => !IsHidden(Path.GetRelativePath(folder, path)))
                .Order(StringComparer.Ordinal),
        ];
        return found.Length > 0
            ? found
            : throw new FileNotFoundException($"{folder}: there is no notebook (*{Extension}) in this folder.", folder);
    }

    private static bool IsHidden(string relativePath) =>
        relativePath.Split(Path.DirectorySeparatorChar).Any(part => part.StartsWith('.'));
}

using System.CommandLine;
using Unrolled.NotebookHost.Notebooks;
using Unrolled.NotebookHost.Running;

namespace Unrolled.NotebookHost.Commands;

/// <summary>Finds the notebooks that a command's arguments name.</summary>
internal static class NotebookFinder
{
    /// <summary>The repository's folder that is used where none is named.</summary>
    public const string DefaultFolder = "notebooks";

    private const string Extension = ".ipynb";

    /// <summary>
    /// The notebooks, each once, in the arguments' order and by name within a folder. Without arguments: the folder
    /// <c>notebooks</c> of the repository around the current folder.
    /// </summary>
    /// <exception cref="UsageException">An argument names nothing, or no notebook.</exception>
    public static IReadOnlyList<NotebookSource> Find(IReadOnlyList<string> arguments, string currentFolder)
    {
        if (arguments.Count == 0)
            arguments = [Path.Combine(RepositoryRoot.Of(currentFolder), DefaultFolder)];
        return
        [
            .. arguments
                .SelectMany(argument => FindOne(Path.GetFullPath(argument, currentFolder), currentFolder))
                .DistinctBy(notebook => notebook.Path),
        ];
    }

    private static IEnumerable<NotebookSource> FindOne(string path, string currentFolder)
    {
        string shown = ShownPath.Of(path, currentFolder);
        if (Directory.Exists(path))
            return FilesIn(path).Select(file => Source(file, path, currentFolder)).ToArray() is { Length: > 0 } found
                ? found
                : throw new UsageException($"{shown}: there is no notebook (*{Extension}) in this folder.");
        if (!File.Exists(path))
            throw new UsageException($"{shown}: there is no such file or folder.{Suggestion(path, currentFolder)}");
        if (Path.GetExtension(path) != Extension)
            throw new UsageException($"{shown}: not a notebook, expected a name that ends in {Extension}.");
        return [Source(path, Path.GetDirectoryName(path)!, currentFolder)];
    }

    private static string Suggestion(string path, string currentFolder)
    {
        string folder = Path.GetDirectoryName(path)!;
        string series = Path.Combine(RepositoryRoot.Of(currentFolder), DefaultFolder);
        IEnumerable<string> neighbours = Directory.Exists(folder) ? NotebooksIn(folder) : [];
        IEnumerable<string> chapters = Directory.Exists(series) ? FilesIn(series) : [];
        ILookup<string, string> files = neighbours.Concat(chapters).ToLookup(Stem);
        return SimilarName.Among(files.Select(file => file.Key), Stem(path)) is { } meant
            ? $" Did you mean {ShownPath.Of(files[meant].First(), currentFolder)}?"
            : "";
    }

    // Hidden folders, .ipynb_checkpoints among them, hold other programs' copies. A copy of a notebook that was changed
    // while it ran is run where it is named.
    private static IEnumerable<string> FilesIn(string folder) =>
        NotebooksIn(folder)
            .Concat(Directory.EnumerateDirectories(folder)
                .Where(child => !IsHidden(child))
                .Order(StringComparer.Ordinal)
                .SelectMany(FilesIn));

    private static IEnumerable<string> NotebooksIn(string folder) =>
        Directory.EnumerateFiles(folder)
            .Where(file => Path.GetExtension(file) == Extension && !IsHidden(file) && !ExecutedCopy.IsBeside(file))
            .Order(StringComparer.Ordinal);

    private static string Stem(string path) => Path.GetFileNameWithoutExtension(path);

    private static bool IsHidden(string path) => Path.GetFileName(path).StartsWith('.');

    private static NotebookSource Source(string file, string root, string currentFolder) =>
        new(file, ShownPath.Of(file, currentFolder), Path.GetRelativePath(root, file));
}

/// <summary>The argument of every command that takes notebooks.</summary>
internal static class NotebookArgument
{
    public static Argument<string[]> Create() => new("notebooks")
    {
        Description =
            "Notebooks or folders of notebooks, in this order; without any, the repository's folder notebooks/.",
        Arity = ArgumentArity.ZeroOrMore,
        HelpName = "NOTEBOOK|FOLDER",
    };
}
